// Where each record of a run ends: in which rules it counts, or that it is undecided, or that nobody charges it.
// Rule: noted while the run goes on, in one number for each record, so that nobody has to ask the rules again.

import type { RecordAccount } from "./record-account.ts";
import type { Payer, Place } from "./result.ts";
import type { RuleRun } from "./rule-run.ts";
import type { RunState } from "./run-state.ts";

export interface Places {
  /** By record: its place among `different`. */
  readonly at: Int32Array;
  /** The rules in which a record counts, in the order of the rules; null where it is undecided. */
  readonly different: readonly (readonly Place[] | null)[];
  /** Who stands in any group of the run, whether it came to a line or not, by code; of two names the first group's. */
  readonly payers: ReadonlyMap<string, Payer>;
}

/** Places while a run goes on. */
export interface PlacesNoted {
  readonly at: Int32Array;
  readonly different: (readonly Place[] | null)[];
  /** By the rules of a record, as numbers in order. */
  readonly known: Map<string, number>;
  readonly rules: readonly Place[];
}

const nowhere = 0;
const undecided = 1;

/** `started` in the order in which records are offered to them. */
export function newPlaces<R extends RunState>(started: readonly RuleRun<R>[], records: number): PlacesNoted {
  const rules = started.map(({ rule }) => rule.place);
  return {
    at: new Int32Array(records),
    different: [[], null, ...rules.map((place) => [place])],
    known: new Map(rules.map((_, order) => [String(order), placeOfRule(order)])),
    rules,
  };
}

/** The number for a record that counts in this rule alone. */
export function placeOfRule(order: number): number {
  return undecided + 1 + order;
}

export function noteUndecidedPlace({ at }: PlacesNoted, record: number): void {
  at[record] = undecided;
}

/** `account`: what became of the record, with the rules in which it counts. */
export function notePlace(noted: PlacesNoted, record: number, { undecidedBy, countsIn }: RecordAccount): void {
  noted.at[record] = undecidedBy >= 0 ? undecided : placeOf(noted, countsIn ?? new Set());
}

function placeOf({ known, different, rules }: PlacesNoted, countsIn: ReadonlySet<number>): number {
  if (countsIn.size === 0) return nowhere;
  const orders = [...countsIn].sort((a, b) => a - b);
  const key = orders.join(" ");
  const found = known.get(key);
  if (found !== undefined) return found;
  known.set(key, different.length);
  different.push(orders.flatMap((order) => rules[order] ?? []));
  return different.length - 1;
}
