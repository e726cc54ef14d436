// Repeats the codes of cells that were met before, for columns that keep one for each way of writing.
// Rule: a cell that is met for the first time is for the column to understand, in the row where it stands.

import type { ByteIndex } from "./byte-index.ts";
import type { ColumnBuilder, Run } from "./column-builder.ts";
import { cellAt, type PlainCells } from "./plain-cells.ts";
import { lastWord, wordSize } from "./words.ts";

export interface KnownCells {
  readonly codes: Int32Array | Uint8Array;
  readonly empty: number;
  readonly seen: ByteIndex;
  /** By number of the written cell. */
  readonly codeBy: readonly number[];
  readonly short: ShortCells;
}

/** Takes cells and gives the first that `put` refuses, or the end of the run. */
export function putKnownCells(known: KnownCells, put: ColumnBuilder["put"], cells: PlainCells, run: Run): number {
  for (let index = run.from; ; index++) {
    index = repeatCodes(known, cells, run, index);
    if (index === run.until) return index;
    const ahead = index - run.from;
    const cell = cellAt(cells, index * cells.step + cells.column, run.row + ahead);
    if (put(cell, run.at + ahead) !== undefined) return index;
  }
}

/**
 * Codes of cells of four to eight bytes, which nearly all are, by their first and last four: two numbers say such a cell
 * whole. Four numbers for each, the length and the code behind them; what falls on the same place takes it over.
 */
export type ShortCells = Int32Array & { readonly of: "short cells" };

export function shortCells(): ShortCells {
  return new Int32Array(4 << placeBits) as ShortCells;
}

const placeBits = 8;

/** Fills codes up to a cell that was not met before. */
function repeatCodes(
  { codes, empty, seen, codeBy, short }: KnownCells,
  { words, starts, step, column }: PlainCells,
  { from, until, at }: Run,
  first: number,
): number {
  let slot = first * step + column;
  for (let index = first, to = at + first - from; index < until; index++, to++, slot += step) {
    const start = starts[slot] ?? 0;
    const end = (starts[slot + 1] ?? 0) - 1;
    if (start === end) {
      codes[to] = empty;
      continue;
    }
    const length = end - start;
    const isShort = length >= wordSize && length <= 2 * wordSize;
    const head = isShort ? words.getInt32(start, true) : 0;
    const tail = lastWord(words, start, end);
    const place = (Math.imul(head ^ Math.imul(tail, 0x01000193), 0x5bd1e995) >>> (32 - placeBits)) << 2;
    if (isShort && short[place] === head && short[place + 1] === tail && short[place + 2] === length) {
      codes[to] = short[place + 3] ?? 0;
      continue;
    }
    const number = seen.findIn(words, start, end);
    if (number < 0) return index;
    codes[to] = codeBy[number] ?? empty;
    if (isShort) {
      short[place] = head;
      short[place + 1] = tail;
      short[place + 2] = length;
      short[place + 3] = codes[to] ?? 0;
    }
  }
  return until;
}
