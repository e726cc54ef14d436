// Refuses episodes of one patient that overlap: the same days would be counted twice.
// Rule: two stays may meet at the same moment (a move to another ward); an open one lasts until further notice.

import { overlappingStay } from "../../problems/overlapping-stay.ts";
import type { RecordTable } from "../record-table.ts";
import { isGiven } from "./order-of-events.ts";

export function checkOverlappingStays(table: RecordTable): void {
  const patient = table.texts.get("patient");
  const admitted = table.moments.get("admitted_at");
  const discharged = table.moments.get("discharged_at");
  if (patient === undefined || admitted === undefined || discharged === undefined || patient.names.length === 0) return;
  const from = secondsOf(admitted.days(), admitted.seconds());
  const to = secondsOf(discharged.days(), discharged.seconds());
  const codes = patient.codes();
  const order = stays(table, codes, from);
  let open = -1;
  for (let index = 1; index < order.length; index++) {
    const [before = 0, at = 0] = [order[index - 1], order[index]];
    if (codes[before] !== codes[at]) {
      open = -1;
      continue;
    }
    if (open < 0 || (to[before] ?? 0) > (to[open] ?? 0)) open = before;
    if ((from[at] ?? 0) >= (to[open] ?? 0)) continue;
    const rows = [table.rowOf(open), table.rowOf(at)] as const;
    table.refuse(open, "admitted_at", overlappingStay(rows[1]));
    table.refuse(at, "admitted_at", overlappingStay(rows[0]));
  }
}

/** Seconds since 1970 in civil time; without end where the moment is absent. */
function secondsOf(days: Int32Array, seconds: Int32Array): Float64Array {
  const moments = new Float64Array(days.length);
  for (let at = 0; at < days.length; at++) {
    const day = days[at];
    moments[at] = isGiven(day) ? day * 86_400 + (seconds[at] ?? 0) : Infinity;
  }
  return moments;
}

/** Records with patient and admission, by patient, then by admission. */
function stays(table: RecordTable, codes: Int32Array, from: Float64Array): Int32Array {
  const places = new Int32Array(table.count());
  let size = 0;
  for (let at = 0; at < table.count(); at++) {
    if (table.isKept(at) && (codes[at] ?? -1) >= 0 && from[at] !== Infinity) places[size++] = at;
  }
  return places
    .subarray(0, size)
    .sort((a, b) => (codes[a] ?? 0) - (codes[b] ?? 0) || (from[a] ?? 0) - (from[b] ?? 0) || a - b);
}
