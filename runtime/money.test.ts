import { expect, test } from "vitest";
import fc from "fast-check";
import { kronorText, oreFromText } from "./money.ts";
import { ratio } from "./ratio.ts";
import { toOre } from "./rounding.ts";

const ore = (amount: bigint) => toOre(ratio(amount));

test("amounts are kronor with two decimals", () => {
  expect(kronorText(ore(1_116_000n))).toBe("11160.00");
  expect(kronorText(ore(-50n))).toBe("-0.50");
  expect(kronorText(ore(7n))).toBe("0.07");
  expect(kronorText(ore(9_007_199_254_740_993n))).toBe("90071992547409.93");
});

test("an amount is read back exactly, also beyond what a float can hold", () => {
  const seed = Date.now() & 0x7fffffff;
  fc.assert(
    fc.property(fc.bigInt(-(10n ** 22n), 10n ** 22n), (amount) => oreFromText(kronorText(ore(amount))) === amount),
    { seed },
  );
  expect(oreFromText("9300")).toBe(930_000n);
  expect(oreFromText("0.5")).toBe(50n);
});

test("any other form is no amount", () => {
  for (const text of ["", "9 300", "9300,00", "9300.001", "1e3", "+5", "5.", "0x10", "NaN"]) {
    expect(oreFromText(text)).toBeUndefined();
  }
});
