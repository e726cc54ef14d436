import { expect, test } from "vitest";
import { ratio } from "@avtal/runtime/ratio";
import type { InvoiceLine, Ore } from "@avtal/runtime/result";
import { joined } from "./pieces.ts";
import { resultCsv } from "./result-csv.ts";
import type { FileToWrite } from "./write-whole.ts";
import { fileNameOf, filesPerPayer, onlyOf } from "./per-payer.ts";

function line(code: string, name: string, id: string): InvoiceLine {
  return {
    id,
    place: { document: "exempel", rule: "ersättning", clause: "3" },
    keys: { payer: { code, name }, period: "2025-03", episode: null, others: [], part: null },
    payee: "Region Exempel",
    invoicer: null,
    quantity: ratio(2n),
    unit: "dagar",
    unitPrice: ratio(1_000_000n),
    amount: 2_000_000n as Ore,
    steps: [],
    leftOut: { notCharged: 0, undecided: 0 },
    rows: [],
    readings: [],
  };
}

function textOf({ contents }: FileToWrite): string {
  return contents instanceof Uint8Array ? "" : joined(contents);
}

test("F09: a payer's file holds its own lines and nothing of another", () => {
  const files = filesPerPayer([
    line("0126", "Huddinge", "a-1"),
    line("0182", "Nacka", "b-1"),
    line("0126", "Huddinge", "a-2"),
  ]);
  expect(files.map(({ name }) => name)).toEqual(["betalare/betalare-0126.csv", "betalare/betalare-0182.csv"]);
  const [huddinge = "", nacka = ""] = files.map(textOf);
  expect(huddinge).toMatch(/a-1[^]*a-2/);
  expect(huddinge).not.toMatch(/Nacka|0182|b-1/);
  expect(nacka).not.toMatch(/Huddinge|0126|a-1/);
  expect(() => joined(onlyOf("0182", resultCsv([line("0126", "Huddinge", "a-1")], "csv-sv")))).toThrow(
    "a row of another",
  );
});

test("F06: a file is named by the code, whatever the code is", () => {
  expect(["0126", "../x", "CON", "å", "a\u030a", "a.", "A"].map(fileNameOf)).toEqual([
    "0126",
    "_2e_2e_2fx",
    "_43_4f_4e",
    "_e5",
    "a_30a",
    "a_2e",
    "_41",
  ]);
});
