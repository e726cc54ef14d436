// Refuses episodes of one patient that overlap: the same days would be counted twice.
// Rule: two stays may meet at the same moment (a move to another ward); an open one lasts until further notice.

import { overlappingStay } from "../../problems/overlapping-stay.ts";
import type { MomentBuilder } from "../columns/moment-column.ts";
import type { RecordTable } from "../record-table.ts";
import { isGiven } from "./order-of-events.ts";

export function checkOverlappingStays(table: RecordTable): void {
  const patient = table.texts.get("patient");
  const admitted = table.moments.get("admitted_at");
  const discharged = table.moments.get("discharged_at");
  if (patient === undefined || admitted === undefined || discharged === undefined || patient.size() === 0) return;
  const codes = patient.codes();
  const [from, to] = [secondsOf(admitted), secondsOf(discharged)];
  const order = stays(table, codes, patient.size(), from);
  let open = -1;
  for (let index = 1; index < order.length; index++) {
    const [before = 0, at = 0] = [order[index - 1], order[index]];
    if (codes[before] !== codes[at]) {
      open = -1;
      continue;
    }
    if (open < 0 || to(before) > to(open)) open = before;
    if (from(at) >= to(open)) continue;
    const rows = [table.rowOf(open), table.rowOf(at)] as const;
    table.refuse(open, "admitted_at", overlappingStay(rows[1]));
    table.refuse(at, "admitted_at", overlappingStay(rows[0]));
  }
}

/** Seconds since 1970 in civil time of a record's moment; without end where it is absent. */
function secondsOf(moments: MomentBuilder): (at: number) => number {
  const [days, seconds] = [moments.days(), moments.seconds()];
  return (at) => {
    const day = days[at];
    return isGiven(day) ? day * 86_400 + (seconds[at] ?? 0) : Infinity;
  };
}

/** Records with patient and admission, by patient, then by admission. */
function stays(table: RecordTable, codes: Int32Array, patients: number, from: (at: number) => number): Int32Array {
  const count = table.count();
  /** Where the stays of each patient begin, and behind the last patient where they end. */
  const begins = new Int32Array(patients + 2);
  for (let at = 0; at < count; at++) {
    const code = codes[at] ?? -1;
    if (code >= 0 && table.isKept(at) && from(at) !== Infinity) begins[code + 2] = (begins[code + 2] ?? 0) + 1;
  }
  for (let code = 2; code < begins.length; code++) begins[code] = (begins[code] ?? 0) + (begins[code - 1] ?? 0);
  const order = new Int32Array(begins[patients + 1] ?? 0);
  // While records are put in place, one entry further on says where the next of a patient goes.
  for (let at = 0; at < count; at++) {
    const code = codes[at] ?? -1;
    if (code < 0 || !table.isKept(at) || from(at) === Infinity) continue;
    const place = begins[code + 1] ?? 0;
    order[place] = at;
    begins[code + 1] = place + 1;
  }
  for (let code = 0; code < patients; code++) {
    const [begin, end] = [begins[code] ?? 0, begins[code + 1] ?? 0];
    if (!isInOrder(order, begin, end, from)) order.subarray(begin, end).sort((a, b) => from(a) - from(b) || a - b);
  }
  return order;
}

/** Files mostly tell stays in the order in which they began. */
function isInOrder(order: Int32Array, begin: number, end: number, from: (at: number) => number): boolean {
  for (let place = begin + 1; place < end; place++) {
    if (from(order[place] ?? 0) < from(order[place - 1] ?? 0)) return false;
  }
  return true;
}
