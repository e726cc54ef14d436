// The table that a reader fills at the moment: of all records of a file, or of as many as are kept at a time.
// Rule: a full table is handed on whole, and rows that are refused later are told in one account for the whole file.

import type { Asked, Stretches } from "./episodes.ts";
import { recordTableOf, type RecordTable } from "./record-table.ts";
import { refusedRowsBuilder, type RefusedRowsBuilder } from "./refused-rows.ts";

export interface Filling {
  readonly refused: RefusedRowsBuilder;
  /** More rows than this are not read. */
  readonly greatestRowCount: number;
  readonly table: RecordTable;
  /** Makes room for so many records at once, as far as a table takes them. */
  expect(records: number): void;
  /** How many more records the table takes. */
  room(): number;
  /** Hands on a full table; true where it is empty again. */
  turn(): boolean;
  /** Whether the rest of the file is not asked for. */
  isOver(): boolean;
}

/** More rows than this would not fit in the memory that a run may take. */
const greatestAtOnce = 10_000_000;
/** In stretches only what is told of rows grows with them; a number of a row fits what numbers are packed in. */
export const greatestInStretches = 1_000_000_000;

export function fillingFor(asked: Asked, stretches: Stretches | null): Filling {
  const refused = refusedRowsBuilder(asked.path);
  const table = recordTableOf(asked.needed ?? asked.fields, asked.registers, refused);
  const greatest = stretches?.greatestRecords ?? Infinity;
  let isOver = false;
  return {
    refused,
    greatestRowCount: stretches === null ? greatestAtOnce : greatestInStretches,
    table,
    expect: (records) => table.expect(Math.min(records, greatest)),
    room: () => greatest - table.count(),
    turn() {
      if (stretches === null || table.count() < greatest) return false;
      isOver = !stretches.full(table);
      table.restart();
      return true;
    },
    isOver: () => isOver,
  };
}
