// The entries of family A that this room refuses, by their numbers.

import { describe, expect, test } from "vitest";
import { checkAgreement, ruleWith } from "./test-check.ts";

function price(row: string, cites = "enligt text 1"): string {
  const value = `värde pris i kr/dygn från och med 2020-01-01: ${row} ${cites}`;
  const rule = ruleWith({ belopp: "belopp = medel * antal vårdtillfällen * pris" });
  return checkAgreement(`${value}\n${rule}`).codes.join(" ");
}

describe("A09: an amount finer than öre", () => {
  test.each([
    ["9 300,05 kr/dygn", ""],
    ["9 300,050 kr/dygn", ""],
    ["9 300,005 kr/dygn", "AV3038"],
  ])("%s gives %s", (row, code) => expect(price(row)).toBe(code));
});

describe("A10: an amount out of range", () => {
  test.each([
    ["1 000 000 kr/dygn", ""],
    ["1 000 000,01 kr/dygn", "AV3039"],
    ["100 000 000 000 000 000 000 kr/dygn", "AV3039"],
    ["100 kr/dygn - 200 kr/dygn", "AV3057"],
    ["0 kr/dygn", "AV3063"],
  ])("%s gives %s", (row, code) => expect(price(row)).toBe(code));

  test("nothing is refused where the quoted words say that it is free", () => {
    expect(price("0 kr/dygn", 'enligt text 1 citat "utan kostnad"')).toBe("");
  });
});

test("A11: two rows on one day are refused by the day", () => {
  const twice = "100 kr/dygn enligt text 1 från och med 2020-01-01: 200 kr/dygn";
  expect(price(twice)).toBe("AV4002");
});

test("A12: a day in force without a price is refused before any run", () => {
  expect(
    checkAgreement(`värde pris i kr/dygn från och med 2020-01-02: 100 kr/dygn enligt text 1
${ruleWith({ belopp: "belopp = medel * antal vårdtillfällen * pris" })}`).codes,
  ).toEqual(["AV4001"]);
});

test("A13: a rule that ends before it begins is refused", () => {
  expect(checkAgreement(ruleWith({ krävs: "från och med 2021-01-01 till och med 2020-12-31" })).codes).toEqual([
    "AV4004",
  ]);
});

describe("A15: rounding not stated, or stated twice", () => {
  test("an amount without a rounding is refused", () => {
    expect(checkAgreement(ruleWith({ avrunda: "" })).codes).toEqual(["AV3047"]);
  });

  test("an amount with two roundings is refused", () => {
    const twice = "avrunda belopp till hela ören, nedåt\n  avrunda belopp till hela kronor, nedåt";
    expect(checkAgreement(ruleWith({ avrunda: twice })).codes).toEqual(["AV3048"]);
  });
});
