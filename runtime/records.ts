// Columns from plain objects: what tests, editors and generated `evaluate(episodes)` hand in.
// Rule: a value that cannot be right refuses its row by number and reason, without repeating the value; nothing throws.

import { writerFor, type ColumnWriter } from "./column-writers.ts";
import type { Columns } from "./columns.ts";
import { orderIsUnclear, type MomentFailure } from "./moment-text.ts";

/** A field of the vocabulary; the program's fields have this shape, with `payers` added from their register. */
export interface RecordField {
  /** Column name. */
  readonly code: string;
  readonly kind: RecordKind;
  readonly choices: readonly { readonly name: string; readonly code: string }[];
  /** What an empty or absent cell means. */
  readonly empty: "missing" | "unknown";
  readonly unique: boolean;
  /** Payers that the field may name; undefined where any text is taken as a code. */
  readonly payers?: readonly {
    readonly code: string;
    readonly name: string;
    readonly alsoKnownAs: readonly string[];
  }[];
}

export type RecordKind =
  | { readonly kind: "quantity"; readonly unit: string; readonly whole: boolean }
  | { readonly kind: "date" | "moment" | "clock" | "month" | "quarter" | "year" | "condition" | "text" }
  | { readonly kind: "choice"; readonly field: string }
  | { readonly kind: "payer"; readonly register: string | null };

export type Cell = string | number | boolean | null | undefined;

/** One episode as a plain object, keyed by column code. */
export type PlainRecord = Readonly<Record<string, Cell>>;

export interface RecordRefusal {
  /** Number of the record, from 1. */
  readonly row: number;
  readonly column: string;
  readonly reason: RefusalReason;
}

export type RefusalReason =
  | MomentFailure
  | "unknown-choice"
  | "unknown-payer"
  | "not-yes-or-no"
  | "not-a-whole-number"
  | "not-an-amount"
  | "not-a-period"
  | "not-text"
  | "empty"
  | "duplicate"
  | "unknown-column"
  /** Two moments in the hour that exists twice, whose order decides and cannot be told. */
  | "unclear-order";

export interface RecordsRead {
  /** The records that could be read, in input order. */
  readonly columns: Columns;
  readonly refusals: readonly RecordRefusal[];
  /** Records left out because of one refusal or more. */
  readonly refused: number;
}

/** Reads records into columns. Ids come from the field marked unique; without one they are the record's number. */
export function columnsFromRecords(fields: readonly RecordField[], records: readonly PlainRecord[]): RecordsRead {
  const known = new Set(fields.map((field) => field.code));
  return columnsFromCells(fields, {
    count: records.length,
    cellAt: (index, code) => {
      const record = records[index];
      return record !== undefined && Object.hasOwn(record, code) ? record[code] : null;
    },
    strangeIn: (index) => Object.keys(records[index] ?? {}).filter((column) => !known.has(column)),
  });
}

/** Where records are read from; each cell is asked for once, record after record. */
export interface CellSource {
  readonly count: number;
  readonly cellAt: (index: number, code: string) => Cell;
  /** Columns of a record that no field has. */
  readonly strangeIn: (index: number) => readonly string[];
}

/** The same from any source of cells. Nothing is made for a record but its id. */
export function columnsFromCells(fields: readonly RecordField[], source: CellSource): RecordsRead {
  const { count } = source;
  const writers = fields.map((field) => writerFor(field, count));
  const keepers = writers.flatMap(({ keep }) => (keep === null ? [] : [keep]));
  const moments = writers.filter(({ inFold }) => inFold !== null);
  const idWriter = writers[fields.findIndex((field) => field.unique)];
  const ids: string[] = [];
  const refusals: RecordRefusal[] = [];
  for (let index = 0; index < count; index += 1) {
    const row = index + 1;
    const before = refusals.length;
    readRecord(writers, source, index, ids.length, refusals);
    for (const column of momentsOfUnclearOrder(moments)) refusals.push({ row, column, reason: "unclear-order" });
    if (refusals.length > before) continue;
    for (const keep of keepers) keep(ids.length);
    ids.push(idWriter?.shown(ids.length) ?? `${row}`);
  }
  const columns = new Map(writers.map((writer) => [writer.code, writer.column(ids.length)]));
  return { columns: { count: ids.length, ids, columns }, refusals, refused: count - ids.length };
}

/** Reads a record to the place `at`, and says what of it cannot be right. */
function readRecord(
  writers: readonly ColumnWriter[],
  { cellAt, strangeIn }: CellSource,
  index: number,
  at: number,
  refusals: RecordRefusal[],
): void {
  const row = index + 1;
  for (const column of strangeIn(index)) refusals.push({ row, column, reason: "unknown-column" });
  for (const writer of writers) {
    const cell = cellAt(index, writer.code);
    const reason = isEmpty(cell) ? writer.takeEmpty(at) : writer.take(cell, at);
    if (reason !== null) refusals.push({ row, column: writer.code, reason });
  }
}

function isEmpty(cell: Cell): cell is null | undefined | "" {
  return cell === null || cell === undefined || cell === "";
}

function momentsOfUnclearOrder(moments: readonly ColumnWriter[]): readonly string[] {
  let repeated = 0;
  for (const { inFold } of moments) if (inFold !== null && inFold() !== null) repeated += 1;
  if (repeated < 2) return none;
  const found = moments.flatMap(({ code, inFold }) => {
    const moment = inFold === null ? null : inFold();
    return moment === null ? [] : [{ code, moment }];
  });
  return found
    .filter(({ moment }) => found.some((other) => other.moment !== moment && orderIsUnclear(moment, other.moment)))
    .map(({ code }) => code);
}

const none: readonly never[] = [];
