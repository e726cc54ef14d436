// Keeps account of the rows that were refused: every row with its code and column, words for the first hundred.
// Rule: one row, one reason, the first that was found; nothing of the row itself is kept. Which rows are put in words does
// not hang on the order in which they were refused.

import type { DataCode } from "../problem-titles/av9-data.ts";
import { dataProblem, type DataProblem } from "../data-problem.ts";
import type { CellFault } from "./columns/column-builder.ts";

export interface RefusedRow {
  readonly row: number;
  readonly code: DataCode;
  /** Column name of the vocabulary; null where the row as a whole is at fault. */
  readonly column: string | null;
}

export interface RefusedRows {
  readonly rows: readonly RefusedRow[];
  /** The first rows in words. */
  readonly details: readonly DataProblem[];
}

export interface RefusedRowsBuilder {
  add(row: number, column: string | null, fault: CellFault): void;
  /** Adds those of a later part of the file, whose rows were counted from 1 after row `before`. */
  join(part: RefusedRows, before: number): void;
  /** By row number; call once at the end. */
  finish(): RefusedRows;
  /** Forgets them all. */
  restart(): void;
}

export const greatestDetailCount = 100;

export function refusedRowsBuilder(file: string): RefusedRowsBuilder {
  let rows: RefusedRow[] = [];
  /** By row. */
  let details: DataProblem[] = [];
  const describe = (row: number, detail: () => DataProblem): void => {
    const place = placeFor(row, details);
    if (place >= greatestDetailCount) return;
    details.splice(place, 0, detail());
    if (details.length > greatestDetailCount) details.pop();
  };
  return {
    add(row, column, fault) {
      rows.push({ row, code: fault.code, column });
      describe(row, () => dataProblem({ ...fault, file, row, ...(column === null ? {} : { column }) }));
    },
    join(part, before) {
      for (const one of part.rows) rows.push({ ...one, row: before + one.row });
      for (const detail of part.details) {
        const row = before + (detail.row ?? 0);
        describe(row, () => ({ ...detail, row }));
      }
    },
    restart() {
      rows = [];
      details = [];
    },
    finish: () => ({ rows: rows.sort((a, b) => a.row - b.row), details }),
  };
}

/** Behind those of the same row and the rows before it. */
function placeFor(row: number, details: readonly DataProblem[]): number {
  let place = details.length;
  while (place > 0 && (details[place - 1]?.row ?? 0) > row) place -= 1;
  return place;
}

/** How many rows each code refused, by code. */
export function countsByCode(
  rows: readonly RefusedRow[],
): readonly { readonly code: DataCode; readonly rows: number }[] {
  const counts = new Map<DataCode, number>();
  for (const { code } of rows) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].map(([code, count]) => ({ code, rows: count })).sort((a, b) => (a.code < b.code ? -1 : 1));
}
