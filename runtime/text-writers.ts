// Columns of texts: ids, of which no record has that of another, and codes, which are numbers of names.
// Rule: a code is numbered by the record that is kept first of those that have it, and a choice by the vocabulary.

import { absentColumn } from "./absent-columns.ts";
import { columnOf, refuse, roomIn, slots, type Reading, type WayOfWriting } from "./column-writer.ts";
import { UNKNOWN, type Column } from "./columns.ts";
import { distinctTexts, isNewText } from "./distinct-texts.ts";
import { withLater } from "./later.ts";
import type { RecordField, RefusalReason } from "./records.ts";

export type ReadText = (cell: unknown) => string | undefined;

/** Texts of which no record has that of another, so that a record's place is the number of its text. */
export function ofIds(field: RecordField, reading: Reading, read: ReadText, otherwise: RefusalReason): WayOfWriting {
  return {
    take: (own, cell) => {
      if (own.ids.texts.length === 0) own.ids = distinctTexts(reading.memory.texts(reading.count));
      const found = read(cell);
      if (found === undefined) return refuse(field, reading, otherwise);
      if (!isNewText(own.ids, reading.row - 1, found)) refuse(field, reading, "duplicate");
    },
    column: ({ ids: { texts } }, kept, left) =>
      numberedByPlace(kept, left.size === 0 ? texts : texts.filter((_, at) => !left.has(at + 1))),
  };
}

/** Codes that are the places of their records, made when somebody asks for them: few agreements read an id. */
function numberedByPlace(count: number, names: readonly string[]): Column {
  return withLater(
    { kind: "code" as const, names },
    { codes: () => Int32Array.from({ length: count }, (_, at) => at) },
  );
}

/** A choice is known by its place in the vocabulary, as whoever evaluates knows it too. */
export function ofCodes(field: RecordField, reading: Reading, read: ReadText, otherwise: RefusalReason): WayOfWriting {
  const names = field.choices.map(({ code }) => code);
  /** By code, and by what stands in a cell for it: what is a code is never read as another. */
  const numbers = new Map<unknown, number>(names.map((name, number) => [name, number]));
  const numbered = (cell: unknown): number | undefined => {
    const text = read(cell);
    if (text === undefined) return undefined;
    const number = numbers.get(text) ?? names.push(text) - 1;
    numbers.set(text, number).set(cell, number);
    return number;
  };
  return {
    take: (own, cell, at) => {
      if (own.numbers.length === 0) {
        own.numbers = new Int32Array(slots);
        own.texts = new Array<string>(slots).fill("");
      }
      const number = numbers.get(cell) ?? numbered(cell);
      if (number === undefined) refuse(field, reading, otherwise);
      else roomIn(own, reading)[at] = number;
    },
    column: ({ values }, kept, left) => {
      if (values.length === 0) return absentColumn(field, kept, reading.memory.absent);
      const isFixed = left.size === 0 || field.choices.length > 0;
      const told = isFixed ? { codes: values.subarray(0, kept), names } : asFirstMet(values.slice(0, kept), names);
      return columnOf(field, told.codes, told);
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
