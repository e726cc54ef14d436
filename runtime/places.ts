// Where each record ends: in which rules it counts, or that it is undecided, or that nobody charges it.
// Rule: the same order and the same answers as a run; nothing of a group is worked out.

import { COUNTS, type GroupTable } from "./group-table.ts";
import { clear, newAccount } from "./record-account.ts";
import type { Place } from "./result.ts";
import type { RuleCode } from "./rule-code.ts";
import { mayStand, startRule } from "./rule-run.ts";
import type { RunState } from "./run-state.ts";
import { offer, queueOf } from "./who-takes.ts";

export interface Places {
  /** By record: its place among `different`. */
  readonly at: Int32Array;
  /** The rules in which a record counts, in the order of the rules; null where it is undecided. */
  readonly different: readonly (readonly Place[] | null)[];
}

/** A record that needs a value that nobody knows ends nowhere. Meant for rules that keep few groups. */
export function placesOf<R extends RunState>(rules: readonly RuleCode<R, unknown>[], run: R): Places {
  const { count } = run.columns;
  const started = rules.filter((rule) => mayStand(rule, run)).map((rule, order) => startRule(rule, order, run));
  const charging = started.filter(({ rule }) => rule.purpose === "charge");
  const queue = queueOf(started);
  const account = newAccount(true);
  const at = new Int32Array(count);
  const different: (readonly Place[] | null)[] = [[]];
  const known = new Map<string, number>([["", 0]]);
  for (let record = 0; record < count; record += 1) {
    clear(account);
    offer(queue, run, record, account);
    if (account.need !== null) continue;
    let key = account.undecidedBy >= 0 ? "?" : "";
    if (key === "" && account.counts) {
      for (const state of charging) if (countsIn(state.groups, record)) key += ` ${state.order}`;
    }
    let place = known.get(key);
    if (place === undefined) {
      place = different.length;
      known.set(key, place);
      const orders = new Set(key.split(" "));
      const named = charging.filter(({ order }) => orders.has(String(order))).map(({ rule }) => rule.place);
      different.push(key === "?" ? null : named);
    }
    at[record] = place;
  }
  return { at, different };
}

/** Whether the record that was met last counts in a group. */
function countsIn<R extends RunState>({ count, current, standing }: GroupTable<R>, record: number): boolean {
  for (let row = 0; row < count; row += 1) {
    if (current[row] === record && ((standing[row] ?? 0) & COUNTS) !== 0) return true;
  }
  return false;
}
