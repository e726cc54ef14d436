// Columns from cells: a stretch of records at a time, and within it column by column, so that the code that reads a kind
// of cell runs over many of them in a row.
// Rule: a record with a refusal or more is left out, its place is taken by the record after it, and it leaves no name behind.

import { absentValues } from "./absent-columns.ts";
import { refuse, type ColumnWriter, type Stretch } from "./column-writer.ts";
import { writerFor } from "./column-writers.ts";
import type { Column } from "./columns.ts";
import { orderIsUnclear } from "./moment-text.ts";
import { isEmpty } from "./record-cells.ts";
import type { RecordField, RecordRefusal, RecordsRead } from "./records.ts";

/** Where records are read from; each cell is asked for once. */
export interface CellSource {
  readonly count: number;
  /** Puts the cells of a stretch's records into the first places of its cells, record after record. */
  readonly fill: (stretch: Stretch) => void;
  /** Columns of a record that no field has. */
  readonly strangeIn: (index: number) => readonly string[];
}

/** Ids come from the field marked unique; without one they are the record's number. Nothing else is made for a record. */
export function columnsFromCells(fields: readonly RecordField[], source: CellSource): RecordsRead {
  const { count } = source;
  const absent = absentValues();
  const writers = fields.map((field) => writerFor(field, count, absent));
  const cells: unknown[] = [];
  const rows = new Int32Array(count);
  const refusals: RecordRefusal[] = [];
  let kept = 0;
  for (let from = 0; from < count; from += recordsInAStretch) {
    const until = Math.min(count, from + recordsInAStretch);
    const found: RecordRefusal[] = [];
    const stretch = { cells, width: fields.length, count: until - from, at: kept, row: from + 1, refusals: found };
    readStretch(writers, source, stretch);
    const refusedRows = found.length === 0 ? null : new Set(found.map(({ row }) => row));
    refusals.push(...found);
    const first = kept;
    for (let index = from; index < until; index += 1) {
      if (refusedRows?.has(index + 1) === true) continue;
      const written = first + index - from;
      if (written !== kept) for (const writer of writers) writer.move(written, kept);
      rows[kept] = index + 1;
      kept += 1;
    }
  }
  const own = fields.find(({ unique }) => unique)?.code ?? "";
  const keptRows = rows.subarray(0, kept);
  const columns = new Map(writers.map(({ field, column }) => [field.code, column(keptRows)]));
  return { columns: { count: kept, ids: idsOf(columns.get(own), keptRows), columns }, refusals, refused: count - kept };
}

/** What names the records: the texts of a column, its numbers as they are, or else the numbers of the records. */
function idsOf(column: Column | undefined, rows: Int32Array): readonly string[] {
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
      return Array.from(rows, String);
  }
}

/** So many that starting on a column costs nothing, so few that their cells stay at hand for every column. */
const recordsInAStretch = 128;

/** Reads the records of a stretch, and says what of them cannot be right: record by record, field by field. */
function readStretch(writers: readonly ColumnWriter[], { fill, strangeIn }: CellSource, stretch: Stretch): void {
  const { row, count, refusals } = stretch;
  for (let index = 0; index < count; index += 1) {
    for (const column of strangeIn(row + index - 1)) {
      refusals.push({ row: row + index, column, reason: "unknown-column" });
    }
  }
  fill(stretch);
  for (const [own, writer] of writers.entries()) {
    writer.take(stretch, own);
    if (writer.field.unique) refuseEmpty(writer.field, stretch, own);
  }
  refuseUnclearOrder(writers, stretch);
  if (refusals.length > 0) refusals.sort((a, b) => a.row - b.row);
}

/** What names a record stands in each of them. */
function refuseEmpty(field: RecordField, stretch: Stretch, own: number): void {
  const { cells, width, count } = stretch;
  for (let index = 0; index < count; index += 1) {
    if (isEmpty(cells[own + index * width])) refuse(field, stretch, index, "empty");
  }
}

/** Moments of the hour that exists twice, whose order to another of the same record cannot be told. */
function refuseUnclearOrder(writers: readonly ColumnWriter[], stretch: Stretch): void {
  for (const { field, inFold } of writers) {
    for (const [row, moment] of inFold ?? []) {
      const isUnclear = writers.some((writer) => {
        const other = writer.field === field ? undefined : writer.inFold?.get(row);
        return other !== undefined && orderIsUnclear(moment, other);
      });
      if (isUnclear) refuse(field, stretch, row - stretch.row, "unclear-order");
    }
  }
}
