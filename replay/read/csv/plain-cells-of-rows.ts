// Finds where the cells of plain rows begin, four bytes at a time, because looking at each byte takes longer than reading
// what it says.
// Rule: a row with a quotation mark, with a control character, with another number of cells or with too many bytes is not
// found, nor what comes after it. A cell of a column that knows its length is only measured: the column sees whether it is one.

import type { ColumnBuilder } from "../columns/column-builder.ts";
import type { PlainCells } from "../columns/plain-cells.ts";
import { wordSize } from "../columns/words.ts";
import { greatestRecord } from "./records.ts";
import { stopsOf } from "./stops.ts";

/** Finds the cells of so many rows from `place` that end before `until`, and gives the number of the rows found. */
export type CellFinder = (cells: PlainCells, place: number, until: number, rows: number) => number;

export function cellFinder(separator: ";" | ",", byColumn: readonly (ColumnBuilder | undefined)[]): CellFinder {
  const stops = stopsOf(separator);
  const between = separator.charCodeAt(0);
  const usualLengths = Int32Array.from(byColumn, (builder) => builder?.usualLength ?? 0);
  return (cells, place, until, rows) => findRows(cells, { stops, between, usualLengths }, { place, until, rows });
}

interface Form {
  /** 1 for the bytes that may end a cell. */
  readonly stops: Uint8Array;
  readonly between: number;
  /** By column; 0 where it is not known. */
  readonly usualLengths: Int32Array;
}

function findRows(
  { bytes, words, starts, step }: PlainCells,
  { stops, between, usualLengths }: Form,
  { place: begin, until, rows }: { readonly place: number; readonly until: number; readonly rows: number },
): number {
  const last = step - 2;
  const separators = between * 0x0101_0101;
  let place = begin;
  let slot = 0;
  for (let row = 0; row < rows; row++) {
    if (place >= until) return row;
    const start = place;
    for (let column = 0; column < last; column++) {
      starts[slot++] = place;
      const usual = usualLengths[column] ?? 0;
      if (usual === 0) {
        place = endOfCell(words, place, separators);
        if (place < 0) return row;
      } else if (bytes[place] !== between) {
        place += bytes[place + usual] === colon ? usual + lengthOfSeconds : usual;
        if (place > until || bytes[place] !== between) return row;
      }
      place += 1;
    }
    starts[slot++] = place;
    if (last === 0 && stops[bytes[place] ?? 0] === 1) return row;
    while (stops[bytes[place] ?? 0] === 0) place += 1;
    const end = endOfLine(bytes, place);
    if (end < 0 || end > until || place - start >= greatestRecord) return row;
    starts[slot++] = place + 1;
    place = end;
    starts[slot] = place;
  }
  return rows;
}

/** The place of the next separator; −1 where a quotation mark, a line break or a control character comes before it. */
function endOfCell(words: DataView, start: number, separators: number): number {
  for (let place = start; ; place += wordSize) {
    const word = words.getInt32(place, true);
    const others = word ^ separators;
    // The upper bit of each byte that is nought, and no other bit.
    const ends = ~(((others & 0x7f7f_7f7f) + 0x7f7f_7f7f) | others | 0x7f7f_7f7f);
    const unquoted = word ^ quotationMarks;
    // The lowest byte that is nought or below 32 has its upper bit here; what stands above it does not matter.
    const odd = (((unquoted - 0x0101_0101) & ~unquoted) | ((word - 0x2020_2020) & ~word)) & 0x8080_8080;
    const first = ends & -ends;
    if ((odd & (first - 1)) !== 0) return -1;
    if (first !== 0) return place + ((31 - Math.clz32(first)) >> 3);
  }
}

/** The place behind a line break; −1 where none stands. */
function endOfLine(bytes: Uint8Array, place: number): number {
  if (bytes[place] === lineFeed) return place + 1;
  return bytes[place] === carriageReturn && bytes[place + 1] === lineFeed ? place + 2 : -1;
}

const quotationMarks = 0x2222_2222;
const colon = 58;
/** What a clock may have more than its usual length: `:00`. */
const lengthOfSeconds = 3;
const lineFeed = 10;
const carriageReturn = 13;
