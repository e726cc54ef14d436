// Takes rows in which every cell is of the usual form, straight from the bytes: nearly all rows of nearly all files.
// Rule: a row with anything else (a quotation mark, a cell that a column refuses, a field too many) is left whole to
// the reading of records, which says what it is. What is taken here is what would have been taken there.

import type { ColumnBuilder } from "../columns/column-builder.ts";
import { emptyCell } from "../cell.ts";
import type { RecordTable } from "../record-table.ts";
import { stopsOf } from "./stops.ts";

/** Rows of `bytes` from `place`, whole before `until`: how many were taken, and where they end. */
export type PlainRows = (
  bytes: Buffer,
  place: number,
  until: number,
  from: {
    /** The row before the first. */
    readonly row: number;
    /** The greatest number that may be taken. */
    readonly limit: number;
  },
) => { readonly place: number; readonly rows: number };

/** `source`: per builder its column, −1 for none. Undefined where columns and builders are not one to one. */
export function plainRowsInto(
  table: RecordTable,
  source: Int32Array,
  width: number,
  separator: ";" | ",",
): PlainRows | undefined {
  const byColumn = Array.from({ length: width }, (_, column) => table.builders[source.indexOf(column)]);
  const absent = table.builders.filter((_, index) => source[index] === -1);
  if (byColumn.filter((builder) => builder !== undefined).length + absent.length < table.builders.length) {
    return undefined;
  }
  if (absent.some((builder) => builder.field.unique)) return undefined;
  const takeRow = rowTaker(byColumn, separator);
  return (bytes, place, until, { row, limit }) => {
    let rows = 0;
    let next = place;
    while (next < until && rows < limit) {
      const at = table.next();
      const end = takeRow(bytes, next, at, row + rows + 1);
      if (end < 0) break;
      for (const builder of absent) builder.putEmpty(at);
      rows += 1;
      table.keep(row + rows);
      next = end;
    }
    return { place: next, rows };
  };
}

/** Puts the row that begins at a place into the columns and gives the place behind it; −1 where it is not plain. */
function rowTaker(
  columns: readonly (ColumnBuilder | undefined)[],
  separator: ";" | ",",
): (bytes: Buffer, place: number, at: number, row: number) => number {
  const stops = stopsOf(separator);
  const between = separator.charCodeAt(0);
  const plains = columns.map((column) => column?.putPlain);
  const last = columns.length - 1;
  const cell = emptyCell();
  return (bytes, begin, at, row) => {
    cell.bytes = bytes;
    cell.row = row;
    let place = begin;
    for (let column = 0; ; column++) {
      const end = plains[column]?.(bytes, place, at) ?? -1;
      if (end >= 0) place = end;
      else {
        cell.start = place;
        while (stops[bytes[place] ?? 0] === 0) place += 1;
        cell.end = place;
        const builder = columns[column];
        if (builder !== undefined) {
          if (cell.start < place) {
            // A moment of another form is remembered by its row, so it is put only where the row's turn comes.
            if (plains[column] !== undefined || builder.put(cell, at) !== undefined) return -1;
          } else if (builder.field.unique || (last === 0 && column === 0)) return -1;
          else builder.putEmpty(at);
        }
      }
      const code = bytes[place];
      if (column < last) {
        if (code !== between) return -1;
        place += 1;
      } else if (code === lineFeed) return place + 1;
      else return code === carriageReturn && bytes[place + 1] === lineFeed ? place + 2 : -1;
    }
  };
}

const lineFeed = 10;
const carriageReturn = 13;
