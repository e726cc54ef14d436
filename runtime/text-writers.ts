// Columns of texts: ids, of which no record has that of another, and codes, which are numbers of names.
// Rule: a code is numbered by the record that is kept first of those that have it.

import {
  absenceIn,
  columnOf,
  ofNumbers,
  refuse,
  takeEach,
  type ColumnWriter,
  type Room,
  type Stretch,
  type ValueOf,
} from "./column-writer.ts";
import { UNKNOWN } from "./columns.ts";
import { distinctTexts } from "./distinct-texts.ts";
import { isEmpty } from "./record-cells.ts";
import type { RecordField, RefusalReason } from "./records.ts";

export type ReadText = (cell: unknown) => string | undefined;

/** Texts of which no record has that of another, so that a record's place is the number of its text. */
export function uniqueWriter(
  field: RecordField,
  { count }: Room,
  read: ReadText,
  otherwise: RefusalReason,
): ColumnWriter {
  /** Of all records, in their order. */
  const texts = new Array<string>(count);
  const ids = { field, texts, isNew: distinctTexts(texts, count), read, otherwise };
  return {
    field,
    take: (stretch, own) => takeIds(ids, stretch, own),
    move: () => undefined,
    inFold: null,
    column: (rows) => {
      const names = rows.length === count ? texts : Array.from(rows, (row) => texts[row - 1] ?? "");
      return { kind: "code", codes: rows.map((_, at) => at), names };
    },
  };
}

/** Beside its writer, as an engine forgets the code of functions that are made anew for each run. */
function takeIds({ field, texts, isNew, read, otherwise }: Ids, stretch: Stretch, own: number): void {
  const { cells, width, count, row } = stretch;
  for (let index = 0; index < count; index += 1) {
    const cell = cells[own + index * width];
    const found = isEmpty(cell) ? "" : read(cell);
    texts[row + index - 1] = found ?? "";
    if (found === undefined) refuse(field, stretch, index, otherwise);
    else if (found !== "" && !isNew(row + index - 1)) refuse(field, stretch, index, "duplicate");
  }
}

interface Ids {
  readonly field: RecordField;
  readonly texts: string[];
  readonly isNew: (at: number) => boolean;
  readonly read: ReadText;
  readonly otherwise: RefusalReason;
}

export function codeWriter(field: RecordField, room: Room, read: ReadText, otherwise: RefusalReason): ColumnWriter {
  const absent = absenceIn(field);
  const codes = new Int32Array(room.count).fill(absent, 0, room.met);
  const names: string[] = [];
  /** By code, and by what stands in a cell for it: what is a code is never read as another. */
  const numbers = new Map<unknown, number>();
  const numbered: ValueOf = (cell, stretch, index) => {
    if (isEmpty(cell)) return absent;
    const known = numbers.get(cell);
    if (known !== undefined) return known;
    const text = read(cell);
    if (text === undefined) {
      refuse(field, stretch, index, otherwise);
      return absent;
    }
    const number = numbers.get(text) ?? names.push(text) - 1;
    numbers.set(text, number).set(cell, number);
    return number;
  };
  return {
    ...ofNumbers(field, codes),
    take: (stretch, own) => takeEach(codes, numbered, stretch, own),
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
