import { expect, test } from "vitest";
import type { LineTrace } from "@avtal/replay/trace";
import { ratio } from "@avtal/runtime/ratio";
import type { InvoiceLine, Ore } from "@avtal/runtime/result";
import type { ShownLine } from "../drill-down/lines.ts";
import { linesCsv } from "./lines-csv.ts";

function shown(name: string, difference: bigint): ShownLine {
  const trace: LineTrace = {
    id: "a",
    agreement: "exempel",
    wording: null,
    payer: { code: "0126", name },
    payee: "Region",
    invoicer: null,
    document: "exempel",
    rule: "ersättning",
    cited: null,
    period: "2025-03",
    part: null,
    episode: null,
    records: 3,
    leftOut: { notCharged: 0, undecided: 0 },
    steps: [],
    rows: [],
    readings: [],
    amount: "0.00",
  };
  const amounts = { a: 0n as Ore, b: difference as Ore, difference: difference as Ore };
  return {
    id: "0126-2025-03",
    key: "",
    groups: { a: "", b: "" },
    pair: { key: "k", lineA: null, lineB: null, ...amounts },
    a: null,
    b: { trace, line: null, amount: difference as Ore },
  };
}

test("F01: a text that a spreadsheet would run is made inert in both forms, tab and line break too", () => {
  for (const name of ["=1+2", "+1", "-1", "@x", "\tx", "\rx"]) {
    expect(linesCsv([shown(name, 0n)], "csv-sv")).toContain(`"'${name}"`);
    expect(linesCsv([shown(name, 0n)], "csv")).toContain(`"'${name}"`);
  }
  expect(linesCsv([shown('";=1+2', 0n)], "csv-sv")).toContain('""";=1+2"');
});

test("F02: a credit is a number with its sign, in either language's decimals", () => {
  expect(linesCsv([shown("Huddinge", -930_050n)], "csv-sv")).toMatch(/;0,00;-9300,50;-9300,50\r\n$/);
  expect(linesCsv([shown("Huddinge", -930_050n)], "csv")).toMatch(/,0\.00,-9300\.50,-9300\.50\n$/);
});

test("csv-sv begins with a byte order mark and ends its rows with CRLF, csv does neither", () => {
  expect(linesCsv([], "csv-sv")).toMatch(/^\ufeff"Rad";.*\r\n$/);
  expect(linesCsv([], "csv")).toMatch(/^"id",.*[^\r]\n$/);
});

test("quantities stand with the fraction that they are, and a price without end as its own text", () => {
  const one = shown("Huddinge", 100n);
  if (one.b === null) throw new Error("no side");
  const line: InvoiceLine = {
    id: one.id,
    place: { document: "exempel", rule: "ersättning", clause: "1" },
    keys: { payer: { code: "0126", name: "Huddinge" }, period: "2025-03", episode: null, others: [], part: null },
    payee: "Region",
    invoicer: null,
    quantity: ratio(38n, 35n),
    unit: "dagar",
    unitPrice: ratio(100n, 3n),
    amount: 100n as Ore,
    steps: [],
    leftOut: { notCharged: 0, undecided: 0 },
    rows: [],
    readings: [],
  };
  const priced: ShownLine = { ...one, b: { ...one.b, line } };
  expect(linesCsv([priced], "csv")).toContain(',0,3,,,,1.085714,38,35,,"1/3",0.00,1.00,1.00\n');
  expect(linesCsv([priced], "csv-sv")).toContain(';0;3;;;;1,085714;38;35;;"1/3";0,00;1,00;1,00\r\n');
});
