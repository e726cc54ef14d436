// Columns from cells: a stretch of records at a time, and within it column by column, so that the code that reads a kind
// of cell runs over many of them in a row.
// Rule: a record with a refusal or more is left out, its place is taken by the record after it, and it leaves no name behind.

import { isEmpty, writerFor, type ColumnWriter } from "./column-writers.ts";
import { orderIsUnclear } from "./moment-text.ts";
import type { Cell, RecordField, RecordRefusal, RecordsRead } from "./records.ts";

/** Where records are read from; each cell is asked for once. */
export interface CellSource {
  readonly count: number;
  /**
   * Puts the cells of a field, by its number among the fields, into the first places of `cells`: those of the records
   * from `from` up to but not including `until`.
   */
  readonly fill: (field: number, from: number, until: number, cells: Cell[]) => void;
  /** Columns of a record that no field has. */
  readonly strangeIn: (index: number) => readonly string[];
}

/** Ids come from the field marked unique; without one they are the record's number. Nothing else is made for a record. */
export function columnsFromCells(fields: readonly RecordField[], source: CellSource): RecordsRead {
  const { count } = source;
  const writers = fields.map((field) => writerFor(field, count));
  const idWriter = writers.find(({ isUnique }) => isUnique);
  const cells: Cell[] = [];
  const rows = new Int32Array(count);
  const refusals: RecordRefusal[] = [];
  let kept = 0;
  for (let from = 0; from < count; from += recordsInAStretch) {
    const until = Math.min(count, from + recordsInAStretch);
    const found = readStretch(writers, source, { from, until, at: kept, cells });
    const refusedRows = new Set(found.map(({ row }) => row));
    refusals.push(...found);
    const first = kept;
    for (let index = from; index < until; index += 1) {
      if (refusedRows.size > 0 && refusedRows.has(index + 1)) continue;
      const written = first + index - from;
      if (written !== kept) for (const writer of writers) writer.move(written, kept);
      rows[kept] = index + 1;
      kept += 1;
    }
  }
  const columns = new Map(writers.map((writer) => [writer.code, writer.column(kept)]));
  return {
    columns: { count: kept, ids: idsOf(idWriter, rows.subarray(0, kept)), columns },
    refusals,
    refused: count - kept,
  };
}

function idsOf(writer: ColumnWriter | undefined, rows: Int32Array): readonly string[] {
  return writer?.texts ?? Array.from(rows, (row, at) => writer?.shown(at) ?? `${row}`);
}

/** So many that starting on a column costs nothing, so few that the records are still at hand for the next one. */
const recordsInAStretch = 512;

interface Part {
  readonly from: number;
  readonly until: number;
  /** The place of the first record in the columns. */
  readonly at: number;
  /** Room for the cells of a column, used again. */
  readonly cells: Cell[];
}

/** Reads the records of a stretch, and says what of them cannot be right: record by record, field by field. */
function readStretch(
  writers: readonly ColumnWriter[],
  { fill, strangeIn }: CellSource,
  { from, until, at, cells }: Part,
): readonly RecordRefusal[] {
  const refusals: RecordRefusal[] = [];
  for (let index = from; index < until; index += 1) {
    for (const column of strangeIn(index)) refusals.push({ row: index + 1, column, reason: "unknown-column" });
  }
  for (const [field, writer] of writers.entries()) {
    fill(field, from, until, cells);
    writer.take({ cells, count: until - from, at, row: from + 1, refusals });
    if (writer.isUnique) refuseEmpty(writer.code, cells.slice(0, until - from), from + 1, refusals);
  }
  refusals.push(...ofUnclearOrder(writers.filter(({ inFold }) => inFold !== null)));
  return refusals.sort((a, b) => a.row - b.row);
}

/** What names a record stands in each of them. */
function refuseEmpty(column: string, cells: readonly Cell[], row: number, refusals: RecordRefusal[]): void {
  for (const [index, cell] of cells.entries()) {
    if (isEmpty(cell)) refusals.push({ row: row + index, column, reason: "empty" });
  }
}

/** Moments of the hour that exists twice, whose order to another of the same record cannot be told. */
function ofUnclearOrder(moments: readonly ColumnWriter[]): readonly RecordRefusal[] {
  const rows = new Set(moments.flatMap(({ inFold }) => [...(inFold?.keys() ?? [])]));
  return [...rows].flatMap((row) => {
    const found = moments.flatMap(({ code, inFold }) => {
      const moment = inFold?.get(row);
      return moment === undefined ? [] : [{ code, moment }];
    });
    return found
      .filter(({ moment }) => found.some((other) => other.moment !== moment && orderIsUnclear(moment, other.moment)))
      .map(({ code }): RecordRefusal => ({ row, column: code, reason: "unclear-order" }));
  });
}
