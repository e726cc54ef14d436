// One rule in one run as its kernel sees it: the kernel is straight code that settles plain records by itself and leaves
// every other one to the general way (rule-run.ts).
// Rule: what a kernel does to groups and accounts is what the general way would have done, record by record, in order.

import { factsOfUnknownLines } from "./absent-facts.ts";
import { UNKNOWN, YES } from "./columns.ts";
import { addMember, allow, rowFor, type GroupTable } from "./group-table.ts";
import { enterUndecided, type Ledger, type Reason } from "./record-account.ts";
import { dayKindsOf, firstTold, kindsBegin, notTold, OPEN, tellDay, type DayKinds, PASSES } from "./rule-day-kinds.ts";
import type { KeyCode } from "./rule-code.ts";
import { followedDay, noChargeReason, reasonFor, TAKEN, type RuleRun, type Verdict } from "./rule-run.ts";
import type { RunState } from "./run-state.ts";
import { collectUsed } from "./used-by-a-group.ts";

/**
 * Asks a rule about the records from `from` up to but not including `until`, as far as no rule before it took them.
 * `verdicts` has a place for each: `DOUBTFUL` where the record takes more than the kernel knows, and nothing was done.
 */
export type Kernel = (from: number, until: number, verdicts: Uint8Array) => void;

/** `T` is what the rule tallies for each group. */
export interface PlainRule<R extends RunState, T> {
  readonly state: RuleRun<R>;
  readonly run: R;
  readonly groups: GroupTable<R>;
  readonly tallies: T;
  readonly dayKinds: DayKinds<R>;
  readonly ledger: Ledger;
  /** The verdict on a record that the rule takes, but cannot tell about. */
  readonly undecided: number;
  /** By the number that the kernel gives a failing line, and how many records each has. */
  readonly reasons: (Reason | undefined)[];
  readonly refused: number[];
  counted: number;
}

export function plainRule<R extends RunState>(
  state: RuleRun<R>,
  run: R,
  ledger: Ledger,
  undecided: number,
): PlainRule<R, unknown> {
  return {
    state,
    run,
    groups: state.groups,
    tallies: state.groups.tallies,
    dayKinds: dayKindsOf(state, run),
    ledger,
    undecided,
    reasons: [],
    refused: [],
    counted: 0,
  };
}

/** Groups of two keys that were met lately, four numbers each by a hash of the keys: both keys, kind of day, row. */
export function latelyMet<R extends RunState, T>({ run }: PlainRule<R, T>): Int32Array {
  return new Int32Array((run.columns.count < manyRecords ? fewSlots : manySlots) * 4);
}

const manyRecords = 10_000;
const fewSlots = 64;
const manySlots = 4_096;

/** What holds of every record of the rule on a day: `PASSES`, `OPEN`, or the number of a kind of day. */
export function kindOfDay<R extends RunState, T>({ state, run, dayKinds }: PlainRule<R, T>, day: number): number {
  const place = day - firstTold;
  if (place < 0 || place >= dayKinds.byDay.length) return OPEN;
  const told = dayKinds.byDay[place] ?? notTold;
  return told === notTold ? tellDay(state, run, day, dayKinds) : told;
}

/** Whether a rule by the day is out of force on the days of a span and on its ends, so that it says nothing of it. */
export function isOutOfForce<R extends RunState, T>(rule: PlainRule<R, T>, from: number, to: number): boolean {
  if (from <= UNKNOWN || to <= UNKNOWN) return false;
  for (let day = Math.min(from, to); day <= to; day += 1) if (kindOfDay(rule, day) !== PASSES) return false;
  return true;
}

/** The row of a group with one key; -1 where the key is absent. */
export function rowOfOne<R extends RunState, T>(
  rule: PlainRule<R, T>,
  keys: readonly KeyCode<R>[],
  key: number,
  kind: number,
): number {
  if (key <= UNKNOWN) return -1;
  const { values } = rule.state;
  values.length = 1;
  values[0] = key;
  return rowFor(rule.groups, keys, values, partOf(rule, kind));
}

/** The row of a group with two keys, of which most are a payer and a month; -1 where one is absent. */
export function rowOfTwo<R extends RunState, T>(
  rule: PlainRule<R, T>,
  lately: Int32Array,
  keys: readonly KeyCode<R>[],
  first: number,
  second: number,
  kind: number,
): number {
  const slot = ((Math.imul(first, 509) + second) * 4) & (lately.length - 1);
  if (lately[slot] === first && lately[slot + 1] === second && lately[slot + 2] === kind) {
    return lately[slot + 3] ?? -1;
  }
  if (first <= UNKNOWN || second <= UNKNOWN) return -1;
  const { values } = rule.state;
  values.length = 2;
  values[0] = first;
  values[1] = second;
  const row = rowFor(rule.groups, keys, values, partOf(rule, kind));
  lately[slot] = first;
  lately[slot + 1] = second;
  lately[slot + 2] = kind;
  lately[slot + 3] = row;
  return row;
}

/** The row of a group with any number of keys; -1 where one is absent. */
export function rowOfMany<R extends RunState, T>(
  rule: PlainRule<R, T>,
  keys: readonly KeyCode<R>[],
  given: readonly number[],
  kind: number,
): number {
  const { values } = rule.state;
  values.length = given.length;
  for (let index = 0; index < given.length; index += 1) {
    const value = given[index] ?? UNKNOWN;
    if (value <= UNKNOWN) return -1;
    values[index] = value;
  }
  return rowFor(rule.groups, keys, values, partOf(rule, kind));
}

/** A record that counts in a group; its tallies are the kernel's own. */
export function countedIn<R extends RunState, T>(
  rule: PlainRule<R, T>,
  row: number,
  record: number,
  day: number,
  kind: number,
): Verdict {
  const { groups } = rule;
  addMember(groups, row, record, day, UNKNOWN);
  groups.records[row] = (groups.records[row] ?? 0) + 1;
  if (groups.lastPack[row] !== rule.dayKinds.packs[kind]) noteRecord(rule, row, record, day, kind);
  rule.counted += 1;
  return TAKEN;
}

/** What a line stands on, and what is kept of each record. */
function noteRecord<R extends RunState, T>(
  { groups, state, run, dayKinds }: PlainRule<R, T>,
  row: number,
  record: number,
  day: number,
  kind: number,
): void {
  const mayCharge = dayKinds.kinds[kind - kindsBegin]?.mayCharge ?? YES;
  collectUsed(state.onDays.packs(), run, record, day, UNKNOWN, groups, row);
  if (mayCharge !== YES) allow(groups, row, mayCharge);
  if (state.rule.priceOfEach !== null) (groups.members[row] ??= []).push(record, day, UNKNOWN);
}

/** A record that counts in a group of a statistic, which has no lines and is in nobody's account. */
export function countedAside<R extends RunState, T>(
  { groups }: PlainRule<R, T>,
  row: number,
  record: number,
  day: number,
): Verdict {
  addMember(groups, row, record, day, UNKNOWN);
  return TAKEN;
}

/** A record that is not charged because of the line of this number; `row` is its group, -1 where it has none. */
export function refusedIn<R extends RunState, T>(
  rule: PlainRule<R, T>,
  row: number,
  record: number,
  day: number,
  line: number,
): Verdict {
  if (row >= 0) rule.groups.notCharged[row] = (rule.groups.notCharged[row] ?? 0) + 1;
  rule.reasons[line] ??= reasonFor(rule.state, rule.run, { record, day, theDay: UNKNOWN });
  rule.refused[line] = (rule.refused[line] ?? 0) + 1;
  return TAKEN;
}

/** A record of which a condition of the rule is neither yes nor no; `row` is its group, -1 where it has none. */
export function undecidedIn<R extends RunState, T>({ groups, undecided }: PlainRule<R, T>, row: number): number {
  if (row >= 0) groups.undecided[row] = (groups.undecided[row] ?? 0) + 1;
  return undecided;
}

/** Names what a rule lacked of a record that it is undecided about. */
export function enterLacking<R extends RunState>(
  rule: PlainRule<R, unknown> | undefined,
  run: R,
  record: number,
): void {
  if (rule === undefined) throw new Error("A verdict of no rule.");
  const { state, ledger } = rule;
  const lacking: string[] = [];
  const day = followedDay(state, run, record, UNKNOWN);
  factsOfUnknownLines(state.rule.lines, run, { record, day, theDay: UNKNOWN }, lacking);
  enterUndecided(ledger, run.columns.ids[record] ?? "", lacking, state.rule.place);
}

/** A record of a rule that charges nothing. */
export function chargedNothing<R extends RunState, T>(rule: PlainRule<R, T>, line: number): Verdict {
  rule.reasons[line] ??= noChargeReason(rule.state);
  rule.refused[line] = (rule.refused[line] ?? 0) + 1;
  return TAKEN;
}

/** Puts what a kernel has counted into the account of all records. */
export function enterPlain<R extends RunState>(rule: PlainRule<R, unknown>): void {
  const { ledger } = rule;
  ledger.inRule += rule.counted;
  const ofRule = ledger.reasons.get(rule.state.order) ?? new Map<Reason, number>();
  for (const [line, reason] of rule.reasons.entries()) {
    const records = rule.refused[line] ?? 0;
    if (reason === undefined || records === 0) continue;
    ledger.reasons.set(rule.state.order, ofRule.set(reason, (ofRule.get(reason) ?? 0) + records));
    ledger.notCharged += records;
  }
}

function partOf<R extends RunState, T>({ dayKinds }: PlainRule<R, T>, kind: number): number {
  return dayKinds.kinds[kind - kindsBegin]?.part ?? 0;
}
