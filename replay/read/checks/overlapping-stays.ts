// Refuses episodes of one patient that overlap: the same days would be counted twice.
// Rule: what overlaps stands in `overlaps.ts`; here patients are told apart by the codes of their column.

import type { MomentColumn } from "@avtal/runtime/columns";
import { overlappingStay } from "../../problems/overlapping-stay.ts";
import type { RecordTable } from "../record-table.ts";
import { isGiven } from "./order-of-events.ts";
import { eachOverlap, sortStays, type Stays } from "./overlaps.ts";

export function checkOverlappingStays(table: RecordTable): void {
  const patient = table.texts.get("patient");
  const stays = staysIn(table);
  if (patient === undefined || stays === undefined || patient.size() === 0) return;
  const { order, begins } = byPatient(table, patient.codes(), patient.size(), stays);
  for (let code = 0; code < patient.size(); code++) {
    const begin = begins[code] ?? 0;
    const end = begins[code + 1] ?? 0;
    if (end - begin < 2) continue;
    sortStays(stays, order, begin, end);
    eachOverlap(stays, order, begin, end, (open, at) => {
      table.refuse(open, "admitted_at", overlappingStay(table.rowOf(at)));
      table.refuse(at, "admitted_at", overlappingStay(table.rowOf(open)));
    });
  }
}

/** The stay of every record; one that did not begin is `NaN`. Undefined where the records do not say. */
export function staysIn(table: RecordTable): Stays | undefined {
  const admitted = table.moments.get("admitted_at");
  const discharged = table.moments.get("discharged_at");
  if (admitted === undefined || discharged === undefined) return undefined;
  return staysBetween(
    { days: admitted.days(), seconds: admitted.seconds() },
    { days: discharged.days(), seconds: discharged.seconds() },
    table.count(),
  );
}

type Moments = Pick<MomentColumn, "days" | "seconds">;

/** The stays of so many records, by when each began and when it ended. */
export function staysBetween(admitted: Moments, discharged: Moments, count: number): Stays {
  return { from: secondsOf(admitted, count, NaN), to: secondsOf(discharged, count, Infinity) };
}

function secondsOf({ days, seconds: clocks }: Moments, count: number, absent: number): Float64Array {
  const seconds = new Float64Array(count);
  for (let at = 0; at < count; at++) {
    const day = days[at];
    seconds[at] = isGiven(day) ? day * secondsOfDay + (clocks[at] ?? 0) : absent;
  }
  return seconds;
}

const secondsOfDay = 86_400;

/** Records with patient and admission, patient after patient; and where those of each begin, and the last one's end. */
function byPatient(
  table: RecordTable,
  codes: Int32Array,
  patients: number,
  { from }: Stays,
): { readonly order: Int32Array; readonly begins: Int32Array } {
  const count = table.count();
  const isStay = (at: number): boolean => (codes[at] ?? -1) >= 0 && !Number.isNaN(from[at]) && table.isKept(at);
  // While records are put in place, one entry further on says where the next of a patient goes.
  const begins = new Int32Array(patients + 2);
  for (let at = 0; at < count; at++) {
    const code = codes[at] ?? -1;
    if (isStay(at)) begins[code + 2] = (begins[code + 2] ?? 0) + 1;
  }
  for (let code = 2; code < begins.length; code++) begins[code] = (begins[code] ?? 0) + (begins[code - 1] ?? 0);
  const order = new Int32Array(begins[patients + 1] ?? 0);
  for (let at = 0; at < count; at++) {
    if (!isStay(at)) continue;
    const code = codes[at] ?? -1;
    const place = begins[code + 1] ?? 0;
    order[place] = at;
    begins[code + 1] = place + 1;
  }
  return { order, begins };
}
