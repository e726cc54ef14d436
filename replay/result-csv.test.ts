import { describe, expect, test } from "vitest";
import { ratio } from "@avtal/runtime/ratio";
import type { InvoiceLine, Ore } from "@avtal/runtime/result";
import { joined } from "./pieces.ts";
import { resultCsv } from "./result-csv.ts";

const line: InvoiceLine = {
  id: "0126-2022-03-genomsnitt",
  place: { document: "stockholm", rule: "genomsnitt", clause: "12.3" },
  keys: { payer: { code: "0126", name: "Huddinge" }, period: "2022-03", episode: null, others: [], part: null },
  payee: "Region Stockholm",
  invoicer: null,
  quantity: ratio(38n, 35n),
  unit: "dagar",
  unitPrice: ratio(930_000n),
  amount: 1_009_714n as Ore,
  steps: [],
  leftOut: { notCharged: 0, undecided: 0 },
  rows: [],
  readings: [],
};

const cellsOf = (changed: Partial<InvoiceLine>, form: "csv" | "csv-sv"): string =>
  joined(resultCsv([{ ...line, ...changed }], form)).split("\n")[1] ?? "";

test("csv is comma, point and LF; csv-sv is what Swedish Excel reads", () => {
  const plain = joined(resultCsv([line], "csv"));
  expect(plain).not.toContain("\r");
  expect(plain.endsWith(',1.085714,38,35,"dagar",9300.00,10097.14\n')).toBe(true);
  const swedish = joined(resultCsv([line], "csv-sv"));
  expect(swedish.startsWith("\ufeff")).toBe(true);
  expect(swedish.endsWith(';1,085714;38;35;"dagar";9300,00;10097,14\r\n')).toBe(true);
});

describe("F01: a text that a spreadsheet would run is made inert", () => {
  test.each(['=HYPERLINK("http://x")', "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])("%o", (text) => {
    const cells = cellsOf({ payee: text }, "csv-sv");
    expect(cells.includes(`"'${text.replaceAll('"', '""').split("\n")[0]}`)).toBe(true);
  });

  test("a quotation mark cannot end its cell", () => {
    expect(cellsOf({ payee: '";=1+2' }, "csv-sv")).toContain(';""";=1+2";');
  });
});

test("F02: a credit stays a number", () => {
  expect(cellsOf({ amount: -930_000n as Ore, quantity: ratio(-1n) }, "csv-sv")).toMatch(
    /;-1,000000;-1;1;.*;-9300,00\r$/,
  );
});

test("a line without quantity or price has empty cells, a price without end its fraction", () => {
  expect(cellsOf({ quantity: null, unit: null, unitPrice: null }, "csv")).toMatch(/"",,,,"",,10097\.14$/);
  expect(cellsOf({ unitPrice: ratio(100n, 3n) }, "csv")).toContain(',"1/3",');
});

test("parts and episodes have their columns", () => {
  const part = { from: "2022-03-01", through: "2022-03-14" };
  const keys = { ...line.keys, episode: "v-1", part };
  expect(cellsOf({ keys }, "csv")).toContain('"2022-03","2022-03-01","2022-03-14","v-1",');
});
