// Columns of fields that no record has: most agreements name facts that a host never tells.
// Rule: such a column takes no memory of its own, as memory that is asked for again and again has an engine look through
// everything that a host holds.

import { absenceIn, columnOf, type ColumnWriter, type Stretch } from "./column-writer.ts";
import { isEmpty } from "./record-cells.ts";
import type { RecordField } from "./records.ts";

/** So many times the same number. */
export type AbsentValues = (value: number, count: number) => Int32Array;

/** The same memory for every column of a run. */
export function absentValues(): AbsentValues {
  const made = new Map<number, Int32Array>();
  return (value, count) => {
    const values = made.get(value) ?? new Int32Array(count).fill(value);
    made.set(value, values);
    return values;
  };
}

/** A writer that is made when the first cell is met that says something; every record before it says nothing. */
export function metWriter(field: RecordField, made: (met: number) => ColumnWriter, absent: AbsentValues): ColumnWriter {
  let writer: ColumnWriter | null = null;
  return {
    field,
    take: (stretch, own) => {
      if (writer === null && saysSomething(stretch, own)) writer = made(stretch.at);
      writer?.take(stretch, own);
    },
    move: (from, to) => writer?.move(from, to),
    get inFold() {
      return writer?.inFold ?? null;
    },
    column: (rows) =>
      writer?.column(rows) ??
      columnOf(field, absent(absenceIn(field), rows.length), { seconds: absent(0, rows.length), names: [] }),
  };
}

function saysSomething({ cells, width, count }: Stretch, own: number): boolean {
  for (let index = 0; index < count; index += 1) if (!isEmpty(cells[own + index * width])) return true;
  return false;
}
