// What fills a column, a cell at a time, each at the place of its record.
// Rule: what a refused record wrote is taken back, and leaves no name behind.

import type { ColumnMemory } from "./column-memory.ts";
import { MISSING, NOT_KNOWN, UNKNOWN, type Column } from "./columns.ts";
import { distinctTexts, type DistinctTexts } from "./distinct-texts.ts";
import type { MomentText } from "./moment-text.ts";
import type { RecordField, RecordRefusal, RefusalReason } from "./records.ts";

/** The records that are being read. */
export interface Reading {
  /** Records that may come. */
  readonly count: number;
  /** Number of the record at hand, from 1. */
  row: number;
  /** Cells that cannot be right. */
  readonly refusals: RecordRefusal[];
  /** Moments of the record at hand in the hour that exists twice. */
  readonly folds: MomentInFold[];
  readonly memory: ColumnMemory;
}

export interface MomentInFold {
  readonly field: RecordField;
  readonly moment: MomentText & { readonly ok: true };
}

/** How cells of a field are read, and what comes of them. */
export interface WayOfWriting {
  /** A cell that says something, read with care. */
  readonly take: (own: ColumnWriter, cell: unknown, at: number) => void;
  /** So many first places as a column, those of the records that were kept; `left` has the numbers of all others. */
  readonly column: (own: ColumnWriter, kept: number, left: ReadonlySet<number>) => Column;
}

/** Of one form for all fields, and without room before a cell is met that says something. */
export interface ColumnWriter extends WayOfWriting {
  readonly field: RecordField;
  /** Days, codes or other numbers. Where no cell says anything stands what this means. */
  values: Int32Array;
  /** Of moments alone. */
  seconds: Int32Array;
  /** Of conditions alone. */
  codes: Uint8Array;
  /** Texts that were met lately, by their last signs, each beside its number: most need not be looked up. */
  texts: string[];
  numbers: Int32Array;
  /** Of ids alone. */
  ids: DistinctTexts;
}

/** In the order of the fields. */
export type Writers = readonly ColumnWriter[];

/** The writer of the field at a place, which generated code names by number. */
export function writerAt(writers: Writers, place: number): ColumnWriter {
  const writer = writers[place];
  if (writer === undefined) throw new RangeError(`No field ${place}.`);
  return writer;
}

export function newWriter(field: RecordField, { take, column }: WayOfWriting): ColumnWriter {
  const none = new Int32Array(0);
  const codes = new Uint8Array(0);
  return { field, values: none, seconds: none, codes, texts: [], numbers: none, ids: noTexts, take, column };
}

const noTexts = distinctTexts([]);

/** Room for every record, made when the first cell is met that says something. */
export function roomIn(own: ColumnWriter, { count, memory }: Reading): Int32Array {
  if (own.values.length === 0) own.values = memory.numbers(count, absenceIn(own.field));
  return own.values;
}

/** How many texts that were met lately are at hand. */
export const slots = 512;

/** Takes back what a record wrote that is refused. */
export function clear({ field, values, seconds, codes }: ColumnWriter, at: number): void {
  values[at] = absenceIn(field);
  seconds[at] = 0;
  codes[at] = NOT_KNOWN;
}

export function refuse({ code }: RecordField, { row, refusals }: Reading, reason: RefusalReason): void {
  refusals.push({ row, column: code, reason });
}

/** Numbers as a column of their field's kind, and what stands beside those of moments and of codes. */
export function columnOf(
  { kind: { kind } }: RecordField,
  values: Int32Array,
  { seconds = values, names = [] }: { readonly seconds?: Int32Array; readonly names?: readonly string[] },
): Column {
  switch (kind) {
    case "date":
      return { kind, days: values };
    case "moment":
      return { kind, days: values, seconds };
    case "choice":
    case "payer":
    case "text":
      return { kind: "code", codes: values, names };
    default:
      return { kind: "integer", values };
  }
}

export function absenceIn({ empty }: RecordField): number {
  return empty === "missing" ? MISSING : UNKNOWN;
}
