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
  const [from, to] = [momentsOf(admitted), momentsOf(discharged)];
  const order = stays(table, codes, patient.size(), from);
  let open = -1;
  for (let index = 1; index < order.length; index++) {
    const before = order[index - 1] ?? 0;
    const at = order[index] ?? 0;
    if (codes[before] !== codes[at]) {
      open = -1;
      continue;
    }
    if (open < 0 || (!isOpen(to, open) && (isOpen(to, before) || isEarlier(to, open, to, before)))) open = before;
    if (!isOpen(to, open) && !isEarlier(from, at, to, open)) continue;
    const rows = [table.rowOf(open), table.rowOf(at)] as const;
    table.refuse(open, "admitted_at", overlappingStay(rows[1]));
    table.refuse(at, "admitted_at", overlappingStay(rows[0]));
  }
}

/** By record, in civil time. */
interface Moments {
  readonly days: Int32Array;
  readonly seconds: Int32Array;
}

function momentsOf(builder: MomentBuilder): Moments {
  return { days: builder.days(), seconds: builder.seconds() };
}

/** Whether a record lacks its moment. */
function isOpen({ days }: Moments, at: number): boolean {
  return !isGiven(days[at]);
}

/** Whether the one moment comes before the other; both are given. */
function isEarlier(one: Moments, at: number, other: Moments, otherAt: number): boolean {
  const day = one.days[at] ?? 0;
  const otherDay = other.days[otherAt] ?? 0;
  return day < otherDay || (day === otherDay && (one.seconds[at] ?? 0) < (other.seconds[otherAt] ?? 0));
}

/** Records with patient and admission, by patient, then by admission. */
function stays(table: RecordTable, codes: Int32Array, patients: number, from: Moments): Int32Array {
  const count = table.count();
  /** Where the stays of each patient begin, and behind the last patient where they end. */
  const begins = new Int32Array(patients + 2);
  for (let at = 0; at < count; at++) {
    const code = codes[at] ?? -1;
    if (code >= 0 && !isOpen(from, at) && table.isKept(at)) begins[code + 2] = (begins[code + 2] ?? 0) + 1;
  }
  for (let code = 2; code < begins.length; code++) begins[code] = (begins[code] ?? 0) + (begins[code - 1] ?? 0);
  const order = new Int32Array(begins[patients + 1] ?? 0);
  // While records are put in place, one entry further on says where the next of a patient goes.
  for (let at = 0; at < count; at++) {
    const code = codes[at] ?? -1;
    if (code < 0 || isOpen(from, at) || !table.isKept(at)) continue;
    const place = begins[code + 1] ?? 0;
    order[place] = at;
    begins[code + 1] = place + 1;
  }
  for (let code = 0; code < patients; code++) {
    const begin = begins[code] ?? 0;
    const end = begins[code + 1] ?? 0;
    if (end - begin > 1 && !isInOrder(order, begin, end, from)) {
      order
        .subarray(begin, end)
        .sort((a, b) => (isEarlier(from, a, from, b) ? -1 : isEarlier(from, b, from, a) ? 1 : a - b));
    }
  }
  return order;
}

/** Files mostly tell stays in the order in which they began. */
function isInOrder(order: Int32Array, begin: number, end: number, from: Moments): boolean {
  for (let place = begin + 1; place < end; place++) {
    if (isEarlier(from, order[place] ?? 0, from, order[place - 1] ?? 0)) return false;
  }
  return true;
}
