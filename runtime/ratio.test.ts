import { describe, expect, test } from "vitest";
import fc from "fast-check";
import Fraction from "fraction.js";
import { compare, dividedBy, isWhole, minus, plus, ratio, ratioFromText, ratioText, times, whole } from "./ratio.ts";

const seed = Date.now() & 0x7fffffff;
const options = { seed, numRuns: 2_000 };
const pair = fc.tuple(fc.bigInt(-(10n ** 24n), 10n ** 24n), fc.bigInt(1n, 10n ** 12n));

describe(`fractions against fraction.js, seed ${seed}`, () => {
  test("sum, difference, product and quotient agree and are in lowest terms", () => {
    fc.assert(
      fc.property(pair, pair, ([a, b], [c, d]) => {
        const [left, right] = [ratio(a, b), ratio(c, d)];
        const [oracleLeft, oracleRight] = [new Fraction(a, b), new Fraction(c, d)];
        expect(ratioText(plus(left, right))).toBe(text(oracleLeft.add(oracleRight)));
        expect(ratioText(minus(left, right))).toBe(text(oracleLeft.sub(oracleRight)));
        expect(ratioText(times(left, right))).toBe(text(oracleLeft.mul(oracleRight)));
        if (c !== 0n) expect(ratioText(dividedBy(left, right))).toBe(text(oracleLeft.div(oracleRight)));
        expect(compare(left, right)).toBe(oracleLeft.compare(oracleRight));
      }),
      options,
    );
  });

  test("what is written is read back as the same fraction", () => {
    fc.assert(
      fc.property(pair, ([a, b]) => {
        const value = ratio(a, b);
        expect(ratioFromText(ratioText(value))).toEqual(value);
      }),
      options,
    );
  });
});

test("a negative denominator moves its sign to the numerator, and zero has one form", () => {
  expect(ratio(6n, -4n)).toEqual({ over: -3n, under: 2n });
  expect(ratio(0n, -7n)).toEqual({ over: 0n, under: 1n });
});

test("nothing is divided by zero, and only safe integers become whole fractions", () => {
  expect(() => ratio(1n, 0n)).toThrow(RangeError);
  expect(() => dividedBy(whole(1), whole(0))).toThrow(RangeError);
  expect(() => whole(1.5)).toThrow(RangeError);
  expect(() => whole(Number.NaN)).toThrow(RangeError);
  expect(() => ratioFromText("1,3")).toThrow(RangeError);
  expect([isWhole(whole(-3)), isWhole(ratio(1n, 3n))]).toEqual([true, false]);
});

function text(fraction: Fraction): string {
  const over = fraction.s * fraction.n;
  return fraction.d === 1n ? `${over}` : `${over}/${fraction.d}`;
}
