import fc from "fast-check";
import { expect, test } from "vitest";
import { ratio } from "@avtal/runtime/ratio";
import type { Ore } from "@avtal/runtime/result";
import { amountOfUnit, countShown, decimalText, kronorShown, quantityShown, stepShown } from "./shown.ts";

const ore = (amount: bigint): Ore => amount as Ore;

test("kronor have a decimal comma, two decimals and digits in threes", () => {
  expect(kronorShown(ore(1_116_000n))).toBe("11\u00a0160,00");
  expect(kronorShown(ore(-50n))).toBe("-0,50");
  expect(kronorShown(ore(99_999_999_999_999_999_999n))).toBe("999\u00a0999\u00a0999\u00a0999\u00a0999\u00a0999,99");
});

test("a quantity that does not end is cut and says so, never rounded up past itself", () => {
  expect(quantityShown(ratio(6n, 5n))).toBe("1,20");
  expect(quantityShown(ratio(534n, 312n))).toBe("1,71…");
  expect(quantityShown(ratio(19_999n, 10_000n))).toBe("1,99…");
});

test("units: money is held in öre and shown in kronor, counts have no unit", () => {
  expect(amountOfUnit(ratio(930_000n), "kr/dygn")).toBe("9\u00a0300 kr/dygn");
  expect(amountOfUnit(ratio(1_116_000n), "kr")).toBe("11\u00a0160,00 kr");
  expect(amountOfUnit(ratio(8n, 5n), "dagar")).toBe("1,60 dagar");
  expect(amountOfUnit(ratio(188n), "antal")).toBe("188");
  expect(amountOfUnit(ratio(1n), "dagar")).toBe("1 dag");
  expect(countShown(200_000)).toBe("200\u00a0000");
});

test("steps that are no quantities", () => {
  expect(stepShown({ kind: "date", day: 0 })).toBe("1970-01-01");
  expect(stepShown({ kind: "text", text: "Farsta" })).toBe("Farsta");
  expect(stepShown({ kind: "condition", holds: "unknown" })).toBe("okänt");
});

test("two decimals of a whole number of hundredths are exactly that number", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 30n), max: 10n ** 30n }), (hundredths) => {
      const text = decimalText(ratio(hundredths, 100n), 2, ".");
      expect(BigInt(text.replace(".", ""))).toBe(hundredths);
      expect(text).toMatch(/^-?\d+\.\d\d$/);
    }),
  );
});
