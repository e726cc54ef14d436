// Columns from cells, record by record.
// Rule: a record with a refusal or more is left out, its place is taken by the record after it, and it leaves no name behind.

import type { ColumnMemory } from "./column-memory.ts";
import { absenceIn, clear, refuse, type MomentInFold, type Reading, type Writers } from "./column-writer.ts";
import { writerFor } from "./column-writers.ts";
import type { Column, Columns } from "./columns.ts";
import { orderIsUnclear } from "./moment-text.ts";
import { noteWithinDates } from "./record-facts.ts";
import type { RecordField, RecordRefusal, RecordsRead } from "./records.ts";

/** Where records are read from; each cell is asked for once. */
export interface CellSource {
  readonly count: number;
  /**
   * Hands the cells of records to the writers for as long as these are plain: from `from` up to but not including the
   * record that it gives. Of that one it has handed over all cells, one of which was odd, or none. Null where there is
   * nothing but `take`.
   */
  readonly takePlain: ((writers: Writers, reading: Reading, stretch: Stretch) => number) | null;
  /** Hands the cells of a record to the writers, each with the place of the record in its column. */
  readonly take: (index: number, writers: Writers, at: number) => void;
  /** Columns of a record that no field has; null where nobody asks. */
  readonly strangeIn: ((index: number) => readonly string[]) | null;
  /** Where the columns are to lie. */
  readonly memory: ColumnMemory;
}

/** Records from `from` up to but not including `until`, of which each stands `left` places before its number. */
export interface Stretch {
  readonly from: number;
  readonly until: number;
  readonly left: number;
}

/** Ids come from the field marked unique; without one they are the record's number. Nothing else is made for a record. */
export function columnsFromCells(fields: readonly RecordField[], source: CellSource): RecordsRead {
  const { count, takePlain, take, memory } = source;
  const refusals: RecordRefusal[] = [];
  const folds: MomentInFold[] = [];
  const reading: Reading = { count, row: 0, refusals, folds, memory };
  const writers = fields.map((field) => writerFor(field, reading));
  const left = new Set<number>();
  let index = 0;
  let length = 1;
  while (index < count) {
    const before = refusals.length;
    const until = Math.min(index + length, count);
    length = Math.min(length * 2, longestStretch);
    index = takePlain?.(writers, reading, { from: index, until, left: left.size }) ?? index;
    if (index === until) continue;
    const at = index - left.size;
    const isTaken = refusals.length > before || folds.length > 0;
    reading.row = index + 1;
    for (const column of source.strangeIn?.(index) ?? none)
      refusals.push({ row: index + 1, column, reason: "unknown-column" });
    if (!isTaken) take(index, writers, at);
    if (folds.length > 0) refuseUnclearOrder(reading);
    if (refusals.length > before) {
      for (const writer of writers) clear(writer, at);
      left.add(index + 1);
    }
    index += 1;
  }
  const kept = count - left.size;
  const columns = new Map(writers.map((writer) => [writer.field.code, writer.column(writer, kept, left)]));
  const own = fields.find(({ unique }) => unique)?.code ?? "";
  const read: Columns = { count: kept, ids: idsOf(columns.get(own), count, left), columns };
  for (const { field } of writers) noteDays(read, field);
  return { columns: read, refusals, refused: left.size };
}

const none: readonly string[] = [];

/** A column that is filled for the first time is found by the next stretch, so the first ones are short. */
const longestStretch = 4_096;

/** Days that were read from texts need not be looked through again. */
function noteDays(columns: Columns, field: RecordField): void {
  const column = columns.columns.get(field.code);
  if (column?.kind === "date" || column?.kind === "moment") noteWithinDates(columns, column.days, absenceIn(field));
}

/** What names the records: the texts of a column, its numbers as they are, or else the numbers of the records. */
function idsOf(column: Column | undefined, count: number, left: ReadonlySet<number>): readonly string[] {
  switch (column?.kind) {
    case "code":
      return column.names;
    case "condition":
      return Array.from(column.codes, String);
    case "date":
      return Array.from(column.days, String);
    case "integer":
      return Array.from(column.values, String);
    default:
      return Array.from({ length: count }, (_, index) => `${index + 1}`).filter((_, index) => !left.has(index + 1));
  }
}

/** Moments of the hour that exists twice, whose order to another of the same record cannot be told. */
function refuseUnclearOrder(reading: Reading): void {
  const { folds } = reading;
  for (const { field, moment } of folds) {
    const isUnclear = folds.some((other) => other.field !== field && orderIsUnclear(moment, other.moment));
    if (isUnclear) refuse(field, reading, "unclear-order");
  }
  folds.length = 0;
}
