// The cells of some rows as places in one piece of bytes: each column takes its own of them in one loop.
// Rule: every cell stands between separators without quotation marks. Where a column knows how long its cells are, the
// end of one was not looked for but taken to be there, so these columns come first: the others rely on what they find.

import type { Cell } from "../cell.ts";

export interface PlainCells {
  readonly bytes: Buffer;
  /** The same bytes four at a time. */
  readonly words: DataView;
  /** Where the cells of a row begin, and behind the last of them the place after its end; then those of the next row. */
  readonly starts: Int32Array;
  /** From a cell to the one below it. */
  readonly step: number;
  /** Which cell of each row. */
  column: number;
}

/** A cell for a column to look at with care. */
export function cellAt({ bytes, starts }: PlainCells, slot: number, row: number): Cell {
  return { bytes, start: starts[slot] ?? 0, end: (starts[slot + 1] ?? 0) - 1, row };
}
