// Stretches of the records of one run, each evaluated by itself, put together as if there had been one stretch.
// Rule: counts and sums merge whatever was counted where; what goes by the order of records follows the order of the parts.

import { evaluatePart, finished, type Part } from "./evaluate-part.ts";
import {
  DAY,
  FIRST_DAY,
  IN_DOUBT,
  LAST_DAY,
  LAST_PACK,
  LEFT_OUT,
  MAY_CHARGE,
  ORDER,
  PART,
  RECORD,
  RECORDS,
  THE_DAY,
  cellOf,
} from "./group-numbers.ts";
import { addMember, allow, countOn, groupsInOrder, numberOf, rowFor, settle, type GroupTable } from "./group-table.ts";
import type { Ledger, Reason } from "./record-account.ts";
import type { Evaluation } from "./result.ts";
import type { RuleCode } from "./rule-code.ts";
import type { LookingBack } from "./rule-run.ts";
import type { RunState } from "./run-state.ts";
import { mergeTallies } from "./merge-tallies.ts";

/** A run in so many stretches, which gives what a run in one gives. */
export function evaluateInParts<R extends RunState>(
  rules: readonly RuleCode<R, unknown>[],
  run: R,
  parts: number,
): Evaluation {
  const { count } = run.columns;
  const borders = Array.from({ length: parts + 1 }, (_, index) => Math.floor((count * index) / parts));
  const [first, ...others] = borders
    .slice(1)
    .map((until, index) => evaluatePart(rules, run, borders[index] ?? 0, until));
  if (first === undefined) throw new RangeError("A run has one part at least.");
  return finished(others.reduce((earlier, later) => mergedWith(earlier, later), first));
}

/**
 * `later` put into `earlier`, which becomes both. They are parts of one run: the same rules and choices, and the records
 * of `later` come after those of `earlier`. `recordIn` says what a record of `later` is called in both; `noRecord` where
 * nobody will ask for it.
 */
export function mergedWith<R extends RunState>(earlier: Part<R>, later: Part<R>, recordIn = sameRecord): Part<R> {
  if (earlier.stopped !== null) return earlier;
  if (later.stopped !== null) return { ...earlier, stopped: later.stopped };
  for (const [index, state] of earlier.rules.entries()) {
    const other = later.rules[index];
    if (other === undefined || other.rule !== state.rule) throw new Error("Parts of different runs do not merge.");
    mergeGroups(state.groups, other.groups, state.values, recordIn);
    mergeBack(state.back, other.back);
  }
  mergeLedgers(earlier.ledger, later.ledger);
  earlier.notes.push(...later.notes);
  return { ...earlier, records: earlier.records + later.records };
}

type RecordIn = (record: number) => number;

const sameRecord: RecordIn = (record) => record;

function mergeGroups<R extends RunState>(
  into: GroupTable<R>,
  from: GroupTable<R>,
  values: number[],
  recordIn: RecordIn,
): void {
  for (const row of groupsInOrder(from)) {
    settle(from, row);
    const keys = from.keys[row] ?? [];
    valuesInto(values, from, row, recordIn);
    const own = rowFor(into, keys, values, numberOf(from, row, PART));
    mergeCounts(into, own, from, row);
    if (numberOf(from, row, ORDER) >= 0) mergeMembers(into, own, from, row, recordIn);
    mergeTallies(into.tallies, own, from.tallies, row);
  }
}

/** The values of a group's keys; an episode is known by its record. */
export function valuesInto<R extends RunState>(
  values: number[],
  { keys, values: all, width }: GroupTable<R>,
  row: number,
  recordIn: RecordIn,
): void {
  const own = keys[row] ?? [];
  values.length = own.length;
  for (let index = 0; index < own.length; index += 1) {
    const value = all[row * width + index] ?? 0;
    values[index] = own[index]?.role === "episode" ? recordIn(value) : value;
  }
}

function mergeCounts<R extends RunState>(into: GroupTable<R>, own: number, from: GroupTable<R>, row: number): void {
  settle(into, own);
  for (const which of [RECORDS, LEFT_OUT, IN_DOUBT]) {
    into.numbers[cellOf(own, which)] = numberOf(into, own, which) + numberOf(from, row, which);
  }
  allow(into, own, numberOf(from, row, MAY_CHARGE));
}

function mergeMembers<R extends RunState>(
  into: GroupTable<R>,
  own: number,
  from: GroupTable<R>,
  row: number,
  recordIn: RecordIn,
): void {
  const at = (which: number): number => numberOf(from, row, which);
  addMember(into, own, recordIn(at(RECORD)), at(DAY), at(THE_DAY));
  for (const day of [at(FIRST_DAY), at(LAST_DAY)]) countOn(into.numbers, own, day);
  const used = (into.used[own] ??= []);
  for (const pack of from.used[row] ?? []) if (!used.includes(pack)) used.push(pack);
  into.numbers[cellOf(own, LAST_PACK)] = -1;
  const members = from.members[row]?.map((value, index) => (index % 3 === 0 ? recordIn(value) : value));
  if (members !== undefined) into.members[own] = (into.members[own] ?? []).concat(members);
}

function mergeBack(into: LookingBack, from: LookingBack): void {
  for (const keys of from.undecided) into.undecided.add(keys);
  if (from.firstMonth !== null) into.firstMonth = Math.min(into.firstMonth ?? from.firstMonth, from.firstMonth);
}

function mergeLedgers(into: Ledger, from: Ledger): void {
  into.inRule += from.inRule;
  into.notCharged += from.notCharged;
  for (const undecided of from.undecided) into.undecided.push(undecided);
  for (const [rule, reasons] of from.reasons) {
    const own = into.reasons.get(rule) ?? new Map<Reason, number>();
    into.reasons.set(rule, own);
    for (const [reason, records] of reasons) own.set(reason, (own.get(reason) ?? 0) + records);
  }
}
