import excel from "exceljs";
import { expect, test } from "vitest";
import { ratio } from "@avtal/runtime/ratio";
import type { Ore } from "@avtal/runtime/result";
import { day, exact, formula, kronor, nothing, text, whole, type Sheet } from "./sheet.ts";
import { bookOf } from "./book.ts";
import { sheetNames } from "./sheet-names.ts";

const hostile = ['=HYPERLINK("http://x")', "+1", "-1", "@sum", "\tx", "\rx", '";=1+2', "199001011234567", "<script>"];

const sheet: Sheet = {
  name: "Fakturarader",
  columns: [
    { head: "Text", width: 20 },
    { head: "Belopp", width: 12, format: "kronor" },
    { head: "Dag", width: 12, format: "day" },
    { head: "Formel", width: 12, format: "kronor" },
  ],
  rows: hostile.map((words) => [
    text(words),
    kronor(-930_000n as Ore),
    day(19_000),
    formula((row) => `B${row}*2`, -18_600),
  ]),
};

async function opened(bytes: Uint8Array): Promise<excel.Workbook> {
  const book = new excel.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  return book;
}

async function read(bytes: Uint8Array): Promise<excel.Worksheet> {
  const found = (await opened(bytes)).getWorksheet("Fakturarader");
  if (found === undefined) throw new Error("no sheet");
  return found;
}

test("F01, F04: a text is a text cell whatever it begins with, and no formula of anybody else's", async () => {
  const found = await read(await bookOf([sheet]));
  hostile.forEach((words, at) => {
    const cell = found.getCell(at + 2, 1);
    expect(cell.type).toBe(excel.ValueType.String);
    expect(cell.formula).toBeUndefined();
    expect(String(cell.value).trim()).toBe(words.trim());
  });
});

test("F02: a negative amount is a number, a day a date, and a formula lives beside its result", async () => {
  const found = await read(await bookOf([sheet]));
  expect(found.getCell("B2").value).toBe(-9300);
  expect(found.getCell("C2").numFmt).toBe("yyyy-mm-dd");
  expect(found.getCell("C2").value).toEqual(new Date(19_000 * 86_400_000));
  expect(found.getCell("D2").value).toMatchObject({ formula: "B2*2", result: -18_600 });
  expect(found.views[0]).toMatchObject({ state: "frozen", ySplit: 1 });
  expect(found.getTables().map((table) => Reflect.get(table, "name"))).toEqual(["Tabell_Fakturarader"]);
});

test("F08: the same sheets are the same bytes, whenever they are written", async () => {
  const first = await bookOf([sheet]);
  await new Promise((resolve) => setTimeout(resolve, 2100));
  expect(Buffer.from(await bookOf([sheet])).equals(Buffer.from(first))).toBe(true);
});

test("cells are made of exact things alone", () => {
  expect(exact(ratio(1n, 3n))).toEqual({ kind: "number", number: 0.333333333 });
  expect([exact(null), text(""), day(undefined)]).toEqual([nothing, nothing, nothing]);
  expect(whole(7)).toEqual({ kind: "number", number: 7 });
});

test("F05: names are mapped the same each time, and no two sheets have one", () => {
  const wished = ["[]:*?/\\", "'a'", "x".repeat(40), "x".repeat(31), "X".repeat(31), "History", "", "Rader", "rader"];
  const names = sheetNames(wished);
  expect(names).toEqual([
    "-------",
    "a",
    "x".repeat(31),
    `${"x".repeat(29)} 2`,
    `${"X".repeat(29)} 3`,
    "History 2",
    "Blad",
    "Rader",
    "rader 2",
  ]);
  expect(sheetNames(wished)).toEqual(names);
});

test("F05: rows that no sheet holds go on with the next, none cut, and formulas stand on their own rows", async () => {
  const book = await opened(await bookOf([sheet], 5));
  expect(book.worksheets.map(({ name }) => name)).toEqual(["Fakturarader", "Fakturarader 2", "Fakturarader 3"]);
  expect(book.worksheets.map(({ rowCount }) => rowCount)).toEqual([5, 5, 2]);
  const words = book.worksheets.flatMap((one) =>
    Array.from({ length: one.rowCount - 1 }, (_, at) => String(one.getCell(at + 2, 1).value)),
  );
  expect(words).toEqual(hostile);
  expect(book.worksheets[1]?.getCell("D2").value).toMatchObject({ formula: "B2*2" });
  expect(book.worksheets[2]?.getCell("A1").value).toBe("Text");
});

test("a text that a program would take for an escaped sign stays what it is in the file", async () => {
  const one: Sheet = { name: "En", columns: [{ head: "Text", width: 9 }], rows: [[text("_x0041_ \u0007 & <b>")]] };
  const book = await opened(await bookOf([one]));
  expect(book.worksheets[0]?.getCell("A2").value).toBe("_x0041_ \ufffd & <b>");
});
