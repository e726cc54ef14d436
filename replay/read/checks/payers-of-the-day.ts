// Settles which payer a name means on the days of its record, and refuses payers that did not exist then.
// Rule: a payer must have existed on some day from admission to discharge; which of these days decides is for the rules.

import { payerOfAnotherTime } from "../../problems/payer-of-another-time.ts";
import type { PayerBuilder, RegisterEntryIr } from "../columns/payer-column.ts";
import type { RecordTable } from "../record-table.ts";
import { isGiven } from "./order-of-events.ts";

const milestones = ["admitted_at", "ready_notice_at", "discharged_at"];

export function checkPayersOfTheDay(table: RecordTable): void {
  const dates = milestones.flatMap((code) => table.moments.get(code)?.days() ?? []);
  for (const builder of table.payers) checkPayer(table, builder, dates);
}

function checkPayer(table: RecordTable, builder: PayerBuilder, dates: readonly Int32Array[]): void {
  const codes = builder.codes();
  const needsDays = builder.meant.map(
    (entries) => entries.length > 1 || entries.some((entry) => entry.from !== null || entry.until !== null),
  );
  /** The one payer that a spelling can mean needs no settling. */
  const alone = builder.meant.map((entries) => (entries.length === 1 ? entries[0] : undefined));
  const count = table.count();
  for (let at = 0; at < count; at++) {
    const code = codes[at] ?? -1;
    if (code < 0 || needsDays[code] !== true) continue;
    const single = alone[code];
    if (single !== undefined && existedDuring(single, dates, at)) continue;
    const existing = (builder.meant[code] ?? []).filter((entry) => existedDuring(entry, dates, at));
    const [only] = existing;
    if (only !== undefined && existing.length === 1) builder.settle(at, only);
    else table.refuse(at, builder.field.code, payerOfAnotherTime(existing.length));
  }
}

function existedDuring(entry: RegisterEntryIr, dates: readonly Int32Array[], at: number): boolean {
  let first = Infinity;
  let last = -Infinity;
  for (let index = 0; index < dates.length; index++) {
    const day = dates[index]?.[at];
    if (!isGiven(day)) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  if (first > last) return true;
  return (entry.from === null || entry.from <= last) && (entry.until === null || entry.until > first);
}
