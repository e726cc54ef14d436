// Columns of fields that no record has: most agreements name facts that a host never tells.
// Rule: such a column takes no memory of its own, as memory that is asked for again and again has an engine look through
// everything that a host holds.

import { absenceIn, columnOf } from "./column-writer.ts";
import type { Column } from "./columns.ts";
import type { RecordField } from "./records.ts";

/** So many times the same number. */
export type AbsentValues = (value: number, count: number) => Int32Array;

/**
 * The same memory for every column of a run, and of later runs as long as the engine has room for it: for columns that are
 * handed to nobody who might write to them.
 */
export const sharedAbsentValues: AbsentValues = (value, count) => {
  const known = shared.get(value)?.deref();
  const values = known === undefined || known.length < count ? new Int32Array(count).fill(value) : known;
  if (values !== known) shared.set(value, new WeakRef(values));
  return values.subarray(0, count);
};

const shared = new Map<number, WeakRef<Int32Array>>();

/** The same memory for every column of a run. */
export function absentValues(): AbsentValues {
  const made = new Map<number, Int32Array>();
  return (value, count) => {
    const values = made.get(value) ?? new Int32Array(count).fill(value);
    made.set(value, values);
    return values;
  };
}

export function absentColumn(field: RecordField, kept: number, absent: AbsentValues): Column {
  const column = columnOf(field, absent(absenceIn(field), kept), { seconds: absent(0, kept), names: [] });
  absentColumns.add(column);
  return column;
}

/** Whether a column was made for a field that no record has: it says the same of all of them. */
export function isAbsent(column: Column): boolean {
  return absentColumns.has(column);
}

const absentColumns = new WeakSet<Column>();
