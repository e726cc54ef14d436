// The running figures of one group of two parts of a run, put together.
// Rule: a sum of sums is the same sum, exactly; what was absent or unclear in either part is so in both.

import { MISSING, UNKNOWN } from "./columns.ts";
import { plus } from "./ratio.ts";
import { isPerKey, newTally, type Tally, type TallyPerKey } from "./tallies.ts";

/** Adds the row of each tally to a row of the tally of the same name; rules without tallies have nothing to add. */
export function mergeTallies(into: unknown, own: number, from: unknown, row: number): void {
  if (typeof into !== "object" || into === null || typeof from !== "object" || from === null) return;
  for (const [name, tally] of Object.entries(into) as [string, Tally | TallyPerKey][]) {
    const other = Reflect.get(from, name) as Tally | TallyPerKey;
    mergeAbsences(tally, own, other, row);
    if (isPerKey(tally)) {
      if (isPerKey(other)) mergePerKey(tally, own, other, row);
    } else if (!isPerKey(other)) mergeSums(tally, own, other, row);
  }
}

function mergeAbsences(into: Tally | TallyPerKey, own: number, from: Tally | TallyPerKey, row: number): void {
  const absences = [into.absences[own], from.absences[row]];
  into.absences[own] = absences.includes(UNKNOWN) ? UNKNOWN : absences.includes(MISSING) ? MISSING : 0;
  if (from.unclear[row] === 1) into.unclear[own] = 1;
  if (from.lastRecords[row] !== 0) into.lastRecords[own] = from.lastRecords[row] ?? 0;
}

function mergeSums(into: Tally, own: number, from: Tally, row: number): void {
  into.counts[own] = (into.counts[own] ?? 0) + (from.counts[row] ?? 0);
  const [before, added] = [into.wholes[own] ?? 0, from.wholes[row] ?? 0];
  const carried = (into.carried.get(own) ?? 0n) + (from.carried.get(row) ?? 0n);
  const sum = before + added;
  const isSafe = sum <= Number.MAX_SAFE_INTEGER && sum >= -Number.MAX_SAFE_INTEGER;
  into.wholes[own] = isSafe ? sum : 0;
  if (!isSafe) into.carried.set(own, carried + BigInt(before) + BigInt(added));
  else if (carried !== 0n) into.carried.set(own, carried);
  const [exact, other] = [into.exact.get(own), from.exact.get(row)];
  if (other !== undefined) into.exact.set(own, exact === undefined ? other : plus(exact, other));
}

function mergePerKey(into: TallyPerKey, own: number, from: TallyPerKey, row: number): void {
  const ofGroup = into.tallies[own] ?? new Map<number, Tally>();
  into.tallies[own] = ofGroup;
  for (const [key, tally] of from.tallies[row] ?? []) {
    const known = ofGroup.get(key) ?? newTally();
    ofGroup.set(key, known);
    mergeAbsences(known, 0, tally, 0);
    mergeSums(known, 0, tally, 0);
  }
}
