// The workbook of a report: real numbers and dates, frozen heads, filters, and formulas that recompute each line.
// Rule: a text is a text cell whatever it begins with; no macro, no link, no date of today; the same bytes each time.

import { PassThrough } from "node:stream";
import excel from "exceljs";
import type { ReportPage } from "../page/report-page.ts";
import { wellFormed } from "../page/tree.ts";
import { episodeSheets } from "./episode-sheets.ts";
import { lineSheet } from "./line-sheet.ts";
import type { Cell, Sheet } from "./sheet.ts";
import { tableSheets } from "./table-sheets.ts";
import { withFixedTimes } from "./zip-times.ts";

export async function workbook(page: ReportPage): Promise<Uint8Array> {
  const { readMe, total, payers, periods, refused, clauses, open, evidence } = tableSheets(page);
  const sheets = [
    ...[readMe, total, payers, periods, lineSheet(page)],
    ...episodeSheets(page),
    ...[refused, clauses, open, evidence],
  ];
  return bookOf(sheets);
}

/** The sheets in their order as the bytes of a workbook. */
export async function bookOf(sheets: readonly Sheet[]): Promise<Uint8Array> {
  return withFixedTimes(await written(sheets));
}

/** A constant, because a workbook must name some day. */
const someDay = "2000-01-01T00:00:00Z";

async function written(sheets: readonly Sheet[]): Promise<Uint8Array> {
  const stream = new PassThrough();
  const parts: Buffer[] = [];
  stream.on("data", (part: Buffer) => parts.push(part));
  const book = new excel.stream.xlsx.WorkbookWriter({ stream, useStyles: true, useSharedStrings: true });
  const day = new Date(someDay);
  Object.assign(book, { creator: "avtal", lastModifiedBy: "avtal", created: day, modified: day });
  for (const sheet of sheets) addSheet(book, sheet);
  await book.commit();
  return Buffer.concat(parts);
}

function addSheet(book: excel.stream.xlsx.WorkbookWriter, { name, columns, rows }: Sheet): void {
  const sheet = book.addWorksheet(name, {
    views: [{ state: "frozen", ySplit: 1 }],
    pageSetup: { orientation: "landscape", fitToPage: true, fitToWidth: 1, fitToHeight: 0, paperSize: 9 },
  });
  sheet.columns = columns.map(({ head, width, format }) => ({
    header: head,
    width,
    style: format === undefined ? {} : { numFmt: formats[format] },
  }));
  sheet.getRow(1).font = { bold: true };
  if (columns.length > 1) {
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: 1, column: columns.length } };
  }
  for (const row of rows) sheet.addRow(row.map(valueOf)).commit();
  sheet.commit();
}

const formats = {
  kronor: "#,##0.00",
  exact: "0.######",
  whole: "#,##0",
  day: "yyyy-mm-dd",
} as const;

function valueOf(cell: Cell): excel.CellValue {
  switch (cell.kind) {
    case "text":
      return wellFormed(cell.text).replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, "\ufffd");
    case "number":
      return cell.number;
    case "formula":
      return { formula: cell.formula, result: cell.result, date1904: false };
    case "nothing":
      return null;
  }
}
