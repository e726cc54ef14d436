import { describe, expect, test } from "vitest";
import { checkAgreement, ruleWith } from "./test-check.ts";

function table(dependsOn: string, cells: string): string {
  const value = `värde frist i dagar beror på ${dependsOn} från och med 2020-01-01: ${cells} enligt text 1`;
  return checkAgreement(`${value}\n${ruleWith({ steg: "medel = genomsnitt av (klara-dagar - frist)" })}`).codes.join(
    " ",
  );
}

describe("a table over one choice", () => {
  test.each([
    ["somatisk: 3 dagar; psykiatrisk: 30 dagar", ""],
    ["somatisk: 3 dagar; övriga: 30 dagar", ""],
    ["övriga: 30 dagar", ""],
    ["saknas", ""],
    ["somatisk: 3 dagar; psykiatrisk: saknas", ""],
    ["somatisk: 3 dagar", "AV3031"],
    ["somatisk: 3 dagar; psykiatrisk: 30 dagar; somatisk: 4 dagar", "AV3032"],
    ["somatisk, psykiatrisk: 3 dagar; övriga: 4 dagar", "AV3033"],
    ["3 dagar", "AV3035"],
    ["somatisk: 3 dagar; psykiatrisk: 30 kr", "AV3001"],
    ["somatisk: 3 dagar; psykiatrisk: ålder * 1 dag", "AV3036"],
  ])("%s gives %s", (cells, code) => expect(table("vårdform", cells)).toBe(code));
});

describe("a table over payers", () => {
  test.each([
    ["Stockholm: 3 dagar; övriga: 4 dagar", ""],
    ["Stockholm: 3 dagar; Huddinge: 4 dagar", "AV3031"],
  ])("%s gives %s, because payers come and go", (cells, code) => expect(table("kommun", cells)).toBe(code));
});

describe("a table over two choices", () => {
  test.each([
    ["somatisk, Stockholm: 3 dagar; somatisk, övriga: 4 dagar; övriga, övriga: 5 dagar", ""],
    ["somatisk, Stockholm: 3 dagar; övriga, övriga: 5 dagar", ""],
    ["somatisk, övriga: 3 dagar; psykiatrisk, Stockholm: 5 dagar", "AV3031"],
    ["övriga: 3 dagar", "AV3033"],
  ])("%s gives %s", (cells, code) => expect(table("vårdform, kommun", cells)).toBe(code));
});

test("a table over something without choices is refused", () => {
  expect(table("ålder", "övriga: 3 dagar")).toBe("AV3034");
});
