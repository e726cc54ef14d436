// Refuses episodes whose events cannot have happened in the order that their moments say, or not in one life.
// Rule: only what no journal can mean is refused; a span that merely runs backwards after the clock cut-off is counted
// as nothing by the rules and noted there.

import { MISSING, UNKNOWN } from "@avtal/runtime/columns";
import { orderIsUnclear } from "@avtal/runtime/moment-text";
import { impossibleOrder } from "../../problems/impossible-order.ts";
import { improbablyLong } from "../../problems/improbably-long.ts";
import { unclearOrder } from "../../problems/unclear-order.ts";
import type { MomentBuilder } from "../columns/moment-column.ts";
import type { RecordTable } from "../record-table.ts";

/** The left one never comes after the right one. */
const inOrder: readonly (readonly [string, string])[] = [
  ["admitted_at", "ready_notice_at"],
  ["admitted_at", "discharged_at"],
  ["ready_notice_at", "ready_withdrawn_at"],
  ["ready_withdrawn_at", "ready_reissued_at"],
  ["ready_notice_at", "discharged_at"],
  ["ready_withdrawn_at", "discharged_at"],
  ["ready_reissued_at", "discharged_at"],
];

/** Code names of the moments whose order is checked. */
export const orderedMoments: ReadonlySet<string> = new Set(inOrder.flat());

/** Whether the second event, where both were, comes after the first or with it. */
export function neverBefore(first: string, second: string): boolean {
  return inOrder.some(([earlier, later]) => earlier === first && later === second);
}

/** 25 years in days. Longer stays have been seen only as damaged dates. */
const greatestStay = 9_132;

export function checkOrderOfEvents(table: RecordTable): void {
  for (const [earlier, later] of inOrder) {
    const first = table.moments.get(earlier);
    const second = table.moments.get(later);
    if (first !== undefined && second !== undefined) checkPair(table, first, second);
  }
  const admitted = table.moments.get("admitted_at");
  const discharged = table.moments.get("discharged_at");
  if (admitted !== undefined && discharged !== undefined) checkLength(table, admitted.days(), discharged.days());
}

/** Whether a moment was given. */
export function isGiven(days: number | undefined): days is number {
  return days !== undefined && days !== MISSING && days !== UNKNOWN;
}

function checkPair(table: RecordTable, first: MomentBuilder, second: MomentBuilder): void {
  const columns = [first.field.code, second.field.code] as const;
  const [a, b] = [first.days(), second.days()];
  const [aSeconds, bSeconds] = [first.seconds(), second.seconds()];
  const count = table.count();
  for (let at = 0; at < count; at++) {
    const early = a[at];
    const late = b[at];
    if (!isGiven(early) || !isGiven(late) || early < late) continue;
    if (early > late || (aSeconds[at] ?? 0) > (bSeconds[at] ?? 0))
      table.refuse(at, columns[1], impossibleOrder(...columns));
  }
  for (const [at, moment] of first.inFold) {
    const other = second.inFold.get(at);
    if (other !== undefined && orderIsUnclear(moment, other)) table.refuse(at, columns[1], unclearOrder(...columns));
  }
}

function checkLength(table: RecordTable, admitted: Int32Array, discharged: Int32Array): void {
  const count = table.count();
  for (let at = 0; at < count; at++) {
    const from = admitted[at];
    const to = discharged[at];
    if (isGiven(from) && isGiven(to) && to - from > greatestStay) table.refuse(at, "discharged_at", improbablyLong);
  }
}
