// Columns of texts: ids, of which no record has that of another, and codes, which are numbers of names.
// Rule: a code is numbered by the record that is kept first of those that have it.

import { absenceIn, columnOf, ofNumbers, refuse, type ColumnWriter, type Room } from "./column-writer.ts";
import { UNKNOWN } from "./columns.ts";
import { distinctTexts } from "./distinct-texts.ts";
import { isEmpty } from "./record-cells.ts";
import type { RecordField, RefusalReason } from "./records.ts";

export type ReadText = (cell: unknown) => string | undefined;

/** Texts of which no record has that of another, so that a record's place is the number of its text. */
export function uniqueWriter(field: RecordField, room: Room, read: ReadText, otherwise: RefusalReason): ColumnWriter {
  /** Of all records, in their order. */
  const texts = new Array<string>(room.count);
  const isNew = distinctTexts(texts, room.count);
  return {
    code: field.code,
    isUnique: true,
    take: (stretch, own) => {
      const { cells, width, count, row } = stretch;
      for (let index = 0; index < count; index += 1) {
        const cell = cells[own + index * width];
        const found = isEmpty(cell) ? "" : read(cell);
        texts[row + index - 1] = found ?? "";
        if (found === undefined) refuse(field, stretch, index, otherwise);
        else if (found !== "" && !isNew(row + index - 1)) refuse(field, stretch, index, "duplicate");
      }
    },
    move: () => undefined,
    inFold: null,
    column: (rows) => {
      const names = rows.length === room.count ? texts : Array.from(rows, (row) => texts[row - 1] ?? "");
      return { kind: "code", codes: rows.map((_, at) => at), names };
    },
  };
}

export function codeWriter(field: RecordField, room: Room, read: ReadText, otherwise: RefusalReason): ColumnWriter {
  const absent = absenceIn(field);
  const codes = new Int32Array(room.count).fill(absent, 0, room.met);
  const names: string[] = [];
  /** By code, and by what stands in a cell for it: what is a code is never read as another. */
  const numbers = new Map<unknown, number>();
  let [lastCell, lastNumber]: [unknown, number] = ["", absent];
  const numbered = (cell: unknown): number | undefined => {
    if (isEmpty(cell)) return absent;
    const text = read(cell);
    if (text === undefined) return undefined;
    const number = numbers.get(text) ?? names.push(text) - 1;
    numbers.set(text, number).set(cell, number);
    return number;
  };
  return {
    ...ofNumbers(field, codes),
    take: (stretch, own) => {
      const { cells, width, count, at } = stretch;
      for (let index = 0; index < count; index += 1) {
        const cell = cells[own + index * width];
        if (cell !== lastCell) {
          const found = numbers.get(cell) ?? numbered(cell);
          if (found === undefined) {
            refuse(field, stretch, index, otherwise);
            continue;
          }
          [lastCell, lastNumber] = [cell, found];
        }
        codes[at + index] = lastNumber;
      }
    },
    column: ({ length }) => {
      const kept = length === room.count ? { codes, names } : asFirstMet(codes.slice(0, length), names);
      return columnOf(field, kept.codes, kept);
    },
  };
}

/** Codes numbered as they first appear among the records that are kept. */
function asFirstMet(
  codes: Int32Array,
  names: readonly string[],
): { readonly codes: Int32Array; readonly names: readonly string[] } {
  const met = new Map<number, number>();
  for (const code of codes) if (code > UNKNOWN && !met.has(code)) met.set(code, met.size);
  return {
    codes: codes.map((code) => met.get(code) ?? code),
    names: [...met.keys()].map((code) => names[code] ?? ""),
  };
}
