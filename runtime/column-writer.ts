// What fills a column from cells, a stretch of records at a time, each cell at its record's place.
// Rule: what a refused record wrote is written over by a later one, and leaves no name behind.

import { MISSING, UNKNOWN, type Column } from "./columns.ts";
import type { MomentText } from "./moment-text.ts";
import type { RecordField, RecordRefusal, RefusalReason } from "./records.ts";

/** Cells of records that follow each other. */
export interface Stretch {
  /** Record after record, each with its cells in the order of the fields. */
  readonly cells: unknown[];
  /** How many fields there are. */
  readonly width: number;
  readonly count: number;
  /** The place of the first record in the column. */
  readonly at: number;
  /** Number of the first record, from 1. */
  readonly row: number;
  /** Cells that cannot be right are added here. */
  readonly refusals: RecordRefusal[];
}

/** What a writer is made for. */
export interface Room {
  /** Records that may come. */
  readonly count: number;
  /** Records that came before it was made, none of which says anything. */
  readonly met: number;
}

/** A moment of the hour that exists twice. */
export type MomentInFold = MomentText & { readonly ok: true };

export interface ColumnWriter {
  readonly field: RecordField;
  /** Reads the cells of a field, by its number, into the column; whether they may be empty is for others to say. */
  readonly take: (stretch: Stretch, field: number) => void;
  /** Puts what stands at a place at an earlier one. */
  readonly move: (from: number, to: number) => void;
  /** By the number of the record, the moments of the stretch read last in the hour that exists twice; null for others. */
  readonly inFold: ReadonlyMap<number, MomentInFold> | null;
  /** The first places as a column: the numbers of the records that were kept. */
  readonly column: (rows: Int32Array) => Column;
}

export function refuse({ code }: RecordField, { row, refusals }: Stretch, index: number, reason: RefusalReason): void {
  refusals.push({ row: row + index, column: code, reason });
}

/** What a cell stands for; one that is refused stands for nothing that anybody reads. */
export type ValueOf = (cell: unknown, stretch: Stretch, index: number) => number;

/**
 * Reads the cells of a field by what each stands for. Such loops are functions of the module, as an engine forgets the
 * code of those that are made in each run.
 */
export function takeEach(values: Int32Array, valueOf: ValueOf, stretch: Stretch, own: number): void {
  const { cells, width, count, at } = stretch;
  for (let index = 0; index < count; index += 1) {
    values[at + index] = valueOf(cells[own + index * width], stretch, index);
  }
}

/** What columns of numbers have in common. */
export function ofNumbers(
  field: RecordField,
  values: Int32Array | Uint8Array,
): Pick<ColumnWriter, "field" | "move" | "inFold"> {
  return {
    field,
    move: (from, to) => {
      values[to] = values[from] ?? 0;
    },
    inFold: null,
  };
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
