// Columns from cells, record by record.
// Rule: a record with a refusal or more is left out, its place is taken by the record after it, and it leaves no name behind.

import { absentValues } from "./absent-columns.ts";
import { clear, refuse, type MomentInFold, type Reading, type Writers } from "./column-writer.ts";
import { writerFor } from "./column-writers.ts";
import type { Column } from "./columns.ts";
import { orderIsUnclear } from "./moment-text.ts";
import type { RecordField, RecordRefusal, RecordsRead } from "./records.ts";

/** Where records are read from; each cell is asked for once. */
export interface CellSource {
  readonly count: number;
  /** Hands the cells of a record to the writers, each with the place of the record in its column. */
  readonly take: (index: number, writers: Writers, at: number) => void;
  /** Columns of a record that no field has; null where nobody asks. */
  readonly strangeIn: ((index: number) => readonly string[]) | null;
}

/** Ids come from the field marked unique; without one they are the record's number. Nothing else is made for a record. */
export function columnsFromCells(fields: readonly RecordField[], source: CellSource): RecordsRead {
  const { count } = source;
  const refusals: RecordRefusal[] = [];
  const folds: MomentInFold[] = [];
  const reading: Reading = { count, row: 0, refusals, folds, absent: absentValues() };
  const writers = fields.map((field) => writerFor(field, reading));
  const left = new Set<number>();
  for (let index = 0; index < count; index += 1) {
    const before = refusals.length;
    reading.row = index + 1;
    for (const column of source.strangeIn?.(index) ?? none)
      refusals.push({ row: index + 1, column, reason: "unknown-column" });
    source.take(index, writers, index - left.size);
    if (folds.length > 0) refuseUnclearOrder(reading);
    if (refusals.length === before) continue;
    for (const writer of writers) clear(writer, index - left.size);
    left.add(index + 1);
  }
  const kept = count - left.size;
  const columns = new Map(writers.map((writer) => [writer.field.code, writer.column(writer, kept, left)]));
  const own = fields.find(({ unique }) => unique)?.code ?? "";
  return { columns: { count: kept, ids: idsOf(columns.get(own), count, left), columns }, refusals, refused: left.size };
}

const none: readonly string[] = [];

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
