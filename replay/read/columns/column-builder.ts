// What every kind of column does while a file is read: takes one cell at a time into a typed array.
// Rule: a cell is understood exactly or refused with its reason; an empty one means what its vocabulary says.

import { MISSING, UNKNOWN, type Column } from "@avtal/runtime/columns";
import type { Field } from "@avtal/compiler/ir/ir";
import type { Cell } from "../cell.ts";
import type { PlainCells } from "./plain-cells.ts";
import type { DataReport } from "../../data-problem.ts";

/** Why a cell or a row cannot be used; row number and file are added by the reader. */
export type CellFault = Pick<DataReport, "code" | "headline" | "advice">;

export interface ColumnBuilder {
  readonly field: Field;
  /** Takes a cell that is not empty as record number `at`, overwriting what a refused row left there. */
  put(cell: Cell, at: number): CellFault | undefined;
  putEmpty(at: number): void;
  /**
   * Takes rows whose cells are numbers already, days or whole numbers, `ABSENT` where empty. Gives the first row that is
   * for `put` to judge by the text that says the same, or the end of the run.
   */
  readonly putNumbers?: (values: Int32Array, run: Run) => number;
  /** The same for moments, given as the lower and upper halves of seconds since 1970; `NO_MOMENT` above where empty. */
  readonly putSeconds?: (halves: Uint32Array, run: Run) => number;
  /** Where a column keeps codes: by record the code that `put` gave it, for others with the same cell. */
  readonly codes?: () => Int32Array | Uint8Array;
  /**
   * Takes cells of plain rows, empty ones among them, and gives the first row that is for `put` to judge, or the end of
   * the run. Rows are counted as those of the cells.
   */
  putCells(cells: PlainCells, run: Run): number;
  /**
   * How long a cell is that is of the usual form, which only `putCells` finds out: saves looking for its end. With
   * seconds behind it, it is as much longer as they are.
   */
  readonly usualLength?: number;
  /** Forgets what it holds of single records, where that is more than the column; others take their places then. */
  readonly restart?: () => void;
  /** Makes room for records before `capacity`, keeping those that are there. */
  reserve(capacity: number): void;
  /** The finished column of the records at these places; to be asked for once, as the last thing. */
  column(places: Places): Column;
}

/** Rows `from` to `until` of a stretch, which become the records from `at` on. */
export interface Run {
  readonly from: number;
  readonly until: number;
  readonly at: number;
  /** The number of the first of them in the file. */
  readonly row: number;
}

/** Stands for an empty cell among numbers; no cell says it, because none has more than nine digits. */
export const ABSENT = -2147483648;
/** The upper half of the least number of 64 bits, which are no seconds of any moment. */
export const NO_MOMENT = 0x8000_0000;

/** Which records are kept: all before `count`, or the listed ones. */
export interface Places {
  readonly count: number;
  readonly kept: Int32Array | undefined;
}

export function sentinelOf(field: Field): number {
  return field.empty === "missing" ? MISSING : UNKNOWN;
}

export function grown<Numbers extends Int32Array | Uint32Array | Uint8Array | Float64Array>(
  numbers: Numbers,
  bigger: Numbers,
): Numbers {
  bigger.set(numbers);
  return bigger;
}

/**
 * Moves the numbers of the kept records to the front and gives their count. While a file is read nobody else has the
 * array, and a second one for every column would double what the records take as soon as one row is refused.
 */
export function gather(numbers: Int32Array | Uint8Array, { count, kept }: Places): number {
  if (kept === undefined) return count;
  // Places rise, so nothing is overwritten that is still to be read.
  for (let index = 0; index < kept.length; index++) numbers[index] = numbers[kept[index] ?? 0] ?? 0;
  return kept.length;
}
