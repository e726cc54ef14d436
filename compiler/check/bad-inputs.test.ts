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

describe("A14: a cut-off that does not say on which side the stroke itself lies", () => {
  test.each([
    ["krävs klar-tid kl. 12.00", "kl. 12.00"],
    ["krävs klockslag för klar-tid kl. 12.00", "kl. 12.00"],
  ])("%s is refused with both readings", (krävs, clock) => {
    const [problem] = checkAgreement(ruleWith({ krävs })).problems;
    expect(problem?.code).toBe("AV1033");
    expect(problem?.advice.sv).toContain(`\`senast ${clock}\``);
    expect(problem?.advice.sv).toContain(`\`före ${clock}\``);
  });

  test("a number is no clock time", () => {
    expect(checkAgreement(ruleWith({ krävs: "krävs klockslag för klar-tid senast 12.00" })).codes[0]).toBe("AV1024");
  });
});

describe("A16: shares that do not make the whole", () => {
  const shares = (cells: string): string =>
    checkAgreement(`värde del i andel beror på vårdform kod part
  från och med 2020-01-01: ${cells} enligt text 1
${ruleWith({ steg: "medel = genomsnitt av (klara-dagar * del)" })}`).codes.join(" ");

  test.each([
    ["somatisk: 33,33 %; psykiatrisk: 66,66 %", "AV3064"],
    ["somatisk: 33,34 %; psykiatrisk: 66,67 %", "AV3064"],
    ["somatisk: 33,33 %; psykiatrisk: 66,67 %", ""],
    ["somatisk: 1/3; psykiatrisk: 2/3", ""],
    ["somatisk: 10 %; psykiatrisk: 20 %", ""],
    ["somatisk: 99,99 %; övriga: saknas", ""],
  ])("%s gives %s", (cells, code) => expect(shares(cells)).toBe(code));
});

describe("A17: a limit that does not say whether it counts itself", () => {
  test("is refused with both readings", () => {
    const [problem] = checkAgreement(ruleWith({ när: "när medel 2 dagar" })).problems;
    expect(problem?.code).toBe("AV1033");
    expect(problem?.advice.sv).toContain("`överstiger 2`");
    expect(problem?.advice.sv).toContain("`är minst 2`");
  });

  test.each([
    ["när medel över 2 dagar", "AV1030"],
    ["när medel > 2 dagar", "AV1028"],
    ["när medel mer än 2 dagar", "AV1028"],
  ])("%s gives %s", (när, code) => expect(checkAgreement(ruleWith({ när })).codes[0]).toBe(code));
});

test("A18: days are counted in one way, by a number or by the ends of a span, and never listed beside it", () => {
  const listed = (days: string): string | undefined =>
    checkAgreement(`begrepp fria i dagar kod free = ${days} enligt text 1\n${ruleWith()}`).codes[0];
  expect(listed("2 dagar")).toBeUndefined();
  expect(listed("2 dagar (0; 1; 2)")).toBe("AV1001");
  expect(listed("(0; 1; 2) dagar")).toBe("AV1034");
});
