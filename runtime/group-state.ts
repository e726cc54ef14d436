// A group that is complete: its keys, what counts in it, and what was left out, as its figures are worked out.
// Rule: a view, made when all records have been seen; until then groups are rows of `group-table.ts`.

import { MISSING } from "./columns.ts";
import type { KeyCode } from "./rule-code.ts";
import type { RunState } from "./run-state.ts";
import type { Pack } from "./used-by-a-group.ts";

export interface GroupState<R extends RunState, T> {
  /** Its row among the groups of the rule. */
  readonly row: number;
  readonly keys: readonly KeyCode<R>[];
  readonly values: readonly number[];
  /** How many cuts lie at or before the decision days of its records. */
  readonly part: number;
  /** The tallies of the rule, reading the row of this group. */
  readonly tallies: T;
  /** The first record that counts, with its decision day and the day looked at. */
  readonly record: number;
  readonly day: number;
  readonly theDay: number;
  /** Earliest and latest decision day of what counts. */
  readonly firstDay: number;
  readonly lastDay: number;
  /** How many records count. */
  readonly records: number;
  readonly notCharged: number;
  readonly undecided: number;
  /** Kleene *and* over what counts. */
  readonly mayCharge: number;
  /** What counts, three numbers each: record, day, the day. Kept only where the price is asked of each. */
  readonly members: readonly number[];
  /** What the records that count stand on. */
  readonly used: readonly Pack<R>[];
}

/** The value of a key by its name; missing where the group has no such key. */
export function keyNamed<R extends RunState, T>(group: GroupState<R, T>, name: string): number {
  const place = group.keys.findIndex((key) => key.name === name);
  return group.values[place] ?? MISSING;
}
