// Takes rows in which every cell is of the usual form, straight from the bytes: nearly all rows of nearly all files.
// Rule: a row with anything else (a quotation mark, a cell that a column refuses, a field too many) is left whole to
// the reading of records, which says what it is. What is taken here is what would have been taken there.
//
// The cells of some hundred rows are found first; then each column takes its own of them, one below another.

import type { ColumnBuilder } from "../columns/column-builder.ts";
import type { PlainCells } from "../columns/plain-cells.ts";
import { wordsOf } from "../columns/words.ts";
import type { RecordTable } from "../record-table.ts";
import { cellFinder } from "./plain-cells-of-rows.ts";

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
  const takeRows = rowsTaker(table, takersOf(byColumn), absent);
  const findCells = cellFinder(separator, byColumn);
  const starts = new Int32Array(greatestRun * (width + 1) + 1);
  let cells = cellsOf(Buffer.alloc(0), starts, width + 1);
  /** Rows to look for. Few where few were plain, because what is found behind a row that is not is found in vain. */
  let size = 1;
  return (bytes, place, until, { row, limit }) => {
    if (cells.bytes !== bytes) cells = cellsOf(bytes, starts, width + 1);
    let rows = 0;
    let next = place;
    let isPlain = true;
    while (isPlain && next < until && rows < limit) {
      const wanted = Math.min(size, limit - rows);
      const found = findCells(cells, next, until, wanted);
      const taken = found === 0 ? 0 : takeRows(cells, found, row + rows + 1);
      if (taken > 0) next = starts[taken * cells.step] ?? next;
      rows += taken;
      isPlain = taken === wanted;
      size = isPlain ? Math.min(greatestRun, wanted * 2) : taken + 1;
    }
    return { place: next, rows };
  };
}

/** Few enough that their bytes are still at hand when each column takes its own. */
const greatestRun = 128;

function cellsOf(bytes: Buffer, starts: Int32Array, step: number): PlainCells {
  return { bytes, words: wordsOf(bytes), starts, step, column: 0 };
}

interface Taker {
  readonly column: number;
  readonly builder: ColumnBuilder;
}

/** Columns that find out whether cells are as long as usual come first. */
function takersOf(byColumn: readonly (ColumnBuilder | undefined)[]): Taker[] {
  const takers = byColumn.flatMap((builder, column) => (builder === undefined ? [] : [{ column, builder }]));
  const knowsLength = ({ builder }: Taker): boolean => builder.usualLength !== undefined;
  return [...takers.filter(knowsLength), ...takers.filter((taker) => !knowsLength(taker))];
}

/** Puts rows into the columns, as many as all of them take, and gives their number. */
function rowsTaker(
  table: RecordTable,
  takers: readonly Taker[],
  absent: readonly ColumnBuilder[],
): (cells: PlainCells, found: number, row: number) => number {
  return (cells, found, row) => {
    const at = table.nextRun(found);
    let until = found;
    for (const { column, builder } of takers) {
      cells.column = column;
      until = builder.putCells(cells, { from: 0, until, at, row });
    }
    for (const builder of absent) for (let index = 0; index < until; index++) builder.putEmpty(at + index);
    if (until > 0) table.keepRun(row, until);
    return until;
  };
}
