// Takes the rows of a chunk into the record table: as many at a time as every column finds plainly right, the others one
// by one as texts. Rule: what a row does to the columns is the same in both ways, and rows come in the order of the file.

import type { RecordTable } from "../record-table.ts";
import { absentTaker, columnTaker, putText } from "./column-takers.ts";
import type { DataChunk } from "../../duckdb/open.ts";
import { textsOfRow, type Statement, type WantedColumn } from "./statement.ts";
import { bytesOf, textAt } from "../../duckdb/vectors.ts";

/** Takes a chunk of so many rows, of which others come before. */
export type RowsTaker = (chunk: DataChunk, size: number, before: number) => void;

/** What columns took of a run that another column ends is taken again, so runs are not long. */
const greatestRun = 256;

/** `wanted`: per builder of the table its column, if the file has one. */
export function rowsTaker(
  table: RecordTable,
  wanted: readonly (WantedColumn | undefined)[],
  { first, texts }: Statement,
): RowsTaker {
  const { builders } = table;
  /** Per builder which of the columns of the statement is its; −1 for none. */
  const placeOf = wanted.map((column, index) =>
    column === undefined ? -1 : wanted.slice(0, index).filter((one) => one !== undefined).length,
  );
  const takers = builders.map((builder, index) => {
    const quick = wanted[index]?.quick;
    return quick === undefined ? absentTaker(builder) : columnTaker(builder, quick, first[placeOf[index] ?? -1] ?? 0);
  });

  const takeRun = (from: number, until: number, row: number): number => {
    const at = table.nextRun(until - from);
    let end = until;
    for (const taker of takers) end = taker.takeRun({ from, until: end, at, row });
    if (end > from) table.keepRun(row, end - from);
    return end;
  };
  const takeRow = (row: number, textAt: (builder: number) => string): void => {
    const at = table.next();
    for (const [index, builder] of builders.entries()) {
      const fault = putText(builder, textAt(index), at, row);
      if (fault === undefined) continue;
      table.refuseRow(row, builder.field.code, fault);
      return;
    }
    table.keep(row);
  };
  const takeAgain = (chunk: DataChunk, index: number, row: number): void => {
    const exact = textsOfRow(textAt(chunk, texts, index) ?? "");
    takeRow(row, (builder) => exact[placeOf[builder] ?? -1] ?? "");
  };

  return (chunk, size, before) => {
    const again = bytesOf(chunk, 0, size);
    for (const taker of takers) taker.open(chunk, size);
    for (let index = 0; index < size;) {
      const row = before + index + 1;
      if (again[index] === 1) {
        takeAgain(chunk, index, row);
        index += 1;
        continue;
      }
      const next = again.indexOf(1, index);
      const until = Math.min(index + greatestRun, next < 0 ? size : next);
      const end = takeRun(index, until, row);
      if (end < until) takeRow(before + end + 1, (builder) => takers[builder]?.text(end) ?? "");
      index = end < until ? end + 1 : end;
    }
  };
}
