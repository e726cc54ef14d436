import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { compare, dividedBy, isWhole, minus, ratio, ratioText, whole, type Ratio } from "./ratio.ts";
import { round, toOre, type RoundingMode } from "./rounding.ts";

const seed = Date.now() & 0x7fffffff;
const modes: readonly RoundingMode[] = ["halfUp", "halfToEven", "down", "up"];

describe("halves and their neighbours", () => {
  const cases: readonly (readonly [
    over: bigint,
    under: bigint,
    halfUp: number,
    halfToEven: number,
    down: number,
    up: number,
  ])[] = [
    [5n, 2n, 3, 2, 2, 3],
    [7n, 2n, 4, 4, 3, 4],
    [-5n, 2n, -3, -2, -2, -3],
    [-7n, 2n, -4, -4, -3, -4],
    [249n, 100n, 2, 2, 2, 3],
    [251n, 100n, 3, 3, 2, 3],
    [-1n, 3n, 0, 0, 0, -1],
    [2n, 1n, 2, 2, 2, 2],
    [0n, 1n, 0, 0, 0, 0],
  ];
  test.each(cases)("%d/%d", (over, under, ...expected) => {
    expect(modes.map((mode) => ratioText(round(ratio(over, under), whole(1), mode)))).toEqual(expected.map(String));
  });
});

test("a mean of 38/35 days is 1,09 to two decimals and 1,1 to one", () => {
  expect(ratioText(round(ratio(38n, 35n), ratio(1n, 100n), "halfUp"))).toBe("109/100");
  expect(ratioText(round(ratio(38n, 35n), ratio(1n, 10n), "halfUp"))).toBe("11/10");
});

test("to whole kronor is to a hundred öre", () => {
  expect(ratioText(round(ratio(1_009_750n), whole(100), "halfUp"))).toBe("1009800");
  expect(ratioText(round(ratio(1_009_749n), whole(100), "halfUp"))).toBe("1009700");
});

test(`a rounded value is a multiple of the step and less than a step away, seed ${seed}`, () => {
  const value = fc.tuple(fc.bigInt(-(10n ** 15n), 10n ** 15n), fc.bigInt(1n, 10n ** 9n));
  const step = fc.tuple(fc.bigInt(1n, 1000n), fc.bigInt(1n, 1000n));
  fc.assert(
    fc.property(value, step, fc.constantFrom(...modes), ([a, b], [c, d], mode) => {
      const [of, to] = [ratio(a, b), ratio(c, d)];
      const rounded = round(of, to, mode);
      expect(isWhole(dividedBy(rounded, to))).toBe(true);
      expect(compare(size(minus(rounded, of)), to)).toBe(-1);
      if (mode === "halfUp" || mode === "halfToEven") {
        expect(compare(size(minus(rounded, of)), dividedBy(to, whole(2)))).toBeLessThanOrEqual(0);
      }
      expect(round(rounded, to, mode)).toEqual(rounded);
    }),
    { seed, numRuns: 2_000 },
  );
});

test("an amount with a fraction of an öre is our own fault, and so is a step that is not positive", () => {
  expect(toOre(whole(930_000))).toBe(930_000n);
  expect(() => toOre(ratio(1n, 2n))).toThrow(RangeError);
  expect(() => round(whole(1), whole(0), "down")).toThrow(RangeError);
});

function size(of: Ratio): Ratio {
  return of.over < 0n ? minus(whole(0), of) : of;
}
