// One sheet of a workbook as its XML, row by row, and the table that lies over its rows.
// Rule: a text is a text cell whatever it begins with; only formulas of our own are formulas.

import { wellFormed } from "../page/tree.ts";
import type { Cell, Rows, Sheet } from "./sheet.ts";

/** Numbers of formats in the styles; 0 is plain, 1 bold. */
export const formatNumbers = { kronor: 2, exact: 3, whole: 4, day: 5 } as const;
const [plain, bold] = [0, 1];

/** A text by its number among the shared ones. */
export type TextNumber = (text: string) => number;

export interface SheetOnFile {
  readonly columns: Sheet["columns"];
  /** No more than a sheet holds, its head apart. */
  readonly rows: Rows;
  /** Whether a table lies over the rows. */
  readonly hasTable: boolean;
  readonly isFirst: boolean;
}

export function* sheetXml({ columns, rows, hasTable, isFirst }: SheetOnFile, numberOf: TextNumber): Iterable<string> {
  const letters = columns.map((_, index) => columnLetters(index));
  yield `${xmlHead}<worksheet xmlns="${mainSpace}" xmlns:r="${relationSpace}">`;
  yield '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>';
  yield `<sheetViews><sheetView ${isFirst ? 'tabSelected="1" ' : ""}workbookViewId="0">`;
  yield '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>';
  for (const [index, { width }] of columns.entries()) {
    yield `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`;
  }
  yield "</cols><sheetData>";
  yield rowXml(
    1,
    headings(columns).map((text): Cell => ({ kind: "text", text })),
    letters,
    () => bold,
    numberOf,
  );
  const styles = columns.map(({ format }) => (format === undefined ? plain : formatNumbers[format]));
  const styleOf = (index: number): number => styles[index] ?? plain;
  let number = 2;
  for (const row of rows) yield rowXml(number++, row, letters, styleOf, numberOf);
  yield "</sheetData>";
  if (!hasTable && columns.length > 1) yield `<autoFilter ref="${areaOf(columns.length, rows.length)}"/>`;
  yield '<pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/>';
  if (hasTable) yield '<tableParts count="1"><tablePart r:id="rId1"/></tableParts>';
  yield "</worksheet>";
}

/** The table over all rows of a sheet: filters, and names for the reader's own formulas. */
export function tableXml(name: string, number: number, columns: Sheet["columns"], rows: number): string {
  const area = areaOf(columns.length, rows);
  const named = headings(columns).map((head, index) => `<tableColumn id="${index + 1}" name="${escapedXml(head)}"/>`);
  return [
    `${xmlHead}<table xmlns="${mainSpace}" id="${number}" name="${escapedXml(name)}"`,
    ` displayName="${escapedXml(name)}" ref="${area}" totalsRowShown="0"><autoFilter ref="${area}"/>`,
    `<tableColumns count="${named.length}">${named.join("")}</tableColumns>`,
    '<tableStyleInfo name="TableStyleLight1" showFirstColumn="0" showLastColumn="0" showRowStripes="1"',
    ' showColumnStripes="0"/></table>',
  ].join("");
}

export const xmlHead = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const mainSpace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
export const relationSpace = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/** Heads that a table takes: each once. */
function headings(columns: Sheet["columns"]): readonly string[] {
  const used = new Set<string>();
  return columns.map(({ head }) => {
    let name = head;
    for (let number = 2; used.has(name.toLowerCase()); number += 1) name = `${head} ${number}`;
    used.add(name.toLowerCase());
    return name;
  });
}

function areaOf(columns: number, rows: number): string {
  return `A1:${columnLetters(columns - 1)}${rows + 1}`;
}

function rowXml(
  row: number,
  cells: readonly Cell[],
  letters: readonly string[],
  styleOf: (index: number) => number,
  numberOf: TextNumber,
): string {
  let xml = `<row r="${row}">`;
  for (let index = 0; index < cells.length; index += 1) {
    const cell = cells[index];
    if (cell === undefined || cell.kind === "nothing") continue;
    const start = `<c r="${letters[index] ?? ""}${row}" s="${styleOf(index)}"`;
    xml += cellXml(start, cell, row, numberOf);
  }
  return `${xml}</row>`;
}

function cellXml(
  start: string,
  cell: Exclude<Cell, { readonly kind: "nothing" }>,
  row: number,
  numberOf: TextNumber,
): string {
  switch (cell.kind) {
    case "text":
      return `${start} t="s"><v>${numberOf(cell.text)}</v></c>`;
    case "number":
      return `${start}><v>${cell.number}</v></c>`;
    case "formula":
      return `${start}><f>${escapedXml(cell.formula(row))}</f><v>${cell.result}</v></c>`;
  }
}

function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : `${columnLetters(Math.floor(index / 26) - 1)}${last}`;
}

/** Inert in XML, and to a program that takes `_x0041_` for a sign. */
export function escapedXml(text: string): string {
  return wellFormed(text)
    .replaceAll(/_(?=x[0-9a-fA-F]{4}_)/g, "_x005F_")
    .replaceAll(
      /[&<>"\r\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
      (sign) => entities.get(sign) ?? "\ufffd",
    );
}

const entities: ReadonlyMap<string, string> = new Map([
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
  ["\r", "&#13;"],
]);
