// Counts the records that are kept though a moment of theirs lies in the hour that comes twice.

import type { RecordTable } from "../record-table.ts";

export function keptInRepeatedHour(table: RecordTable): number {
  const places = new Set([...table.moments.values()].flatMap((builder) => [...builder.inFold.keys()]));
  return [...places].filter((at) => table.isKept(at)).length;
}
