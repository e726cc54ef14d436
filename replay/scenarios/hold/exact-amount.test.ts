// Amounts as people write them, as exact fractions.

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ratio, ratioText } from "@avtal/runtime/ratio";
import { amountText } from "../run/outcome-text.ts";
import { equals, exactAmount, fitsUnit, repairedAmount } from "./exact-amount.ts";

describe("an amount is read exactly", () => {
  test.each([
    ["11 160,00 kr", "1116000", "money"],
    ["11160 kr", "1116000", "money"],
    ["11 160 kr", "1116000", "money"],
    ["0,005 kr", "1/2", "money"],
    ["−37 200,00 kr", "-3720000", "money"],
    ["-0,4 dagar", "-2/5", "days"],
    ["38/35 dagar", "38/35", "days"],
    ["1 dygn", "1", "days"],
    ["5 vardagar", "5", "weekdays"],
    ["72 timmar", "72", "hours"],
    ["9 300 kr/dygn", "930000", "moneyPerDay"],
    ["15 %", "3/20", "number"],
    ["2/37", "2/37", "number"],
    ["4", "4", "number"],
  ])("%s is %s of %s", (text, exact, of) => {
    const amount = exactAmount(text);
    expect(amount === undefined ? undefined : ratioText(amount.exact)).toBe(exact);
    expect(amount?.of).toBe(of);
  });

  test.each([
    "",
    "kr",
    "1.3 dagar",
    "1 3 dagar",
    "1,3,4 kr",
    "1e3 kr",
    "5 EUR",
    "1/0 dagar",
    "1,5/2 dagar",
    "12 34 kr",
  ])("%s is none", (text) => {
    expect(exactAmount(text)).toBeUndefined();
  });
});

test("what a result shows is read back as the same number", () => {
  fc.assert(
    fc.property(
      fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }),
      fc.bigInt({ min: 1n, max: 10_000n }),
      (over, under) => {
        for (const unit of ["dagar", "vardagar", "timmar", "antal", "kr", "kr/dygn"] as const) {
          const exact = ratio(over, under);
          const amount = exactAmount(amountText(exact, unit));
          expect(amount).toBeDefined();
          if (amount === undefined) continue;
          expect(equals(amount, exact)).toBe(true);
          expect(fitsUnit(amount.of, unit)).toBe(true);
        }
      },
    ),
  );
});

test("a number written in the computer's way is given back as people write it", () => {
  expect(repairedAmount("37,200.00 kr", "11 160,00 kr")).toBe("37 200,00 kr");
  expect(repairedAmount("37 200,00", "11 160,00 kr")).toBe("37 200,00 kr");
  expect(repairedAmount("5.4 dagar", "1,2 dagar")).toBe("5,4 dagar");
  expect(repairedAmount("20.000,00 kr", "11 160,00 kr")).toBe("20 000,00 kr");
  expect(repairedAmount("1.234.567,50 kr", "11 160,00 kr")).toBe("1 234 567,50 kr");
  expect(repairedAmount("1.234.567 kr", "11 160,00 kr")).toBe("1 234 567 kr");
  expect(repairedAmount("fyra", "1,2 dagar")).toBeUndefined();
});

test("no number is proposed that leaves out digits, or takes thousands for decimals", () => {
  for (const text of [
    "20.000 kr",
    "1 234.567 kr",
    "1.234 dagar",
    "20,000,00 kr",
    "1.2.3 kr",
    "20.0000,00 kr",
    "12:50 kr",
  ]) {
    const proposed = repairedAmount(text, "11 160,00 kr") ?? "";
    expect([text, proposed.replaceAll(/\D/g, "")]).toEqual([text, proposed === "" ? "" : text.replaceAll(/\D/g, "")]);
  }
  expect(repairedAmount("20.000 kr", "11 160,00 kr")).toBeUndefined();
});
