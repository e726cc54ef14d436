// One rule in one run as its kernel sees it: the kernel is straight code that settles plain records by itself and leaves
// every other one to the general way (rule-run.ts).
// Rule: what a kernel does to groups and accounts is what the general way would have done, record by record, in order.

import { factsOfUnknownLines } from "./absent-facts.ts";
import { UNKNOWN, YES } from "./columns.ts";
import { addMember, allow, rowFor, type GroupTable } from "./group-table.ts";
import { enterUndecided, type Ledger, type Reason } from "./record-account.ts";
import { dayKindsOf, firstTold, kindsBegin, notTold, OPEN, tellDay, type DayKinds } from "./rule-day-kinds.ts";
import type { KeyCode } from "./rule-code.ts";
import { noChargeReason, reasonFor, TAKEN, type RuleRun, type Verdict } from "./rule-run.ts";
import type { RunState } from "./run-state.ts";
import { collectUsed } from "./used-by-a-group.ts";

/** Asks a rule about a record; `DOUBTFUL` where the record takes more than the kernel knows, and nothing was done. */
export type Kernel = (record: number) => Verdict;

/** `T` is what the rule tallies for each group. */
export interface PlainRule<R extends RunState, T> {
  readonly state: RuleRun<R>;
  readonly run: R;
  readonly groups: GroupTable<R>;
  readonly tallies: T;
  readonly dayKinds: DayKinds<R>;
  readonly ledger: Ledger;
  /** Row + 1 of groups that were met lately, by a hash of their keys. */
  readonly lately: Int32Array;
  /** By the number that the kernel gives a failing line, and how many records each has. */
  readonly reasons: (Reason | undefined)[];
  readonly refused: number[];
  counted: number;
}

export function plainRule<R extends RunState>(state: RuleRun<R>, run: R, ledger: Ledger): PlainRule<R, unknown> {
  return {
    state,
    run,
    groups: state.groups,
    tallies: state.groups.tallies,
    dayKinds: dayKindsOf(state, run),
    ledger,
    lately: new Int32Array(run.columns.count < manyRecords ? fewSlots : manySlots),
    reasons: [],
    refused: [],
    counted: 0,
  };
}

const manyRecords = 10_000;
const fewSlots = 64;
const manySlots = 8_192;

/** What holds of every record of the rule on a day: `PASSES`, `OPEN`, or the number of a kind of day. */
export function kindOfDay<R extends RunState, T>({ state, run, dayKinds }: PlainRule<R, T>, day: number): number {
  const place = day - firstTold;
  if (place < 0 || place >= dayKinds.byDay.length) return OPEN;
  const told = dayKinds.byDay[place] ?? notTold;
  return told === notTold ? tellDay(state, run, day, dayKinds) : told;
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
  keys: readonly KeyCode<R>[],
  first: number,
  second: number,
  kind: number,
): number {
  if (first <= UNKNOWN || second <= UNKNOWN) return -1;
  const { groups, lately } = rule;
  const part = partOf(rule, kind);
  const slot = (Math.imul(first, 509) + second) & (lately.length - 1);
  const known = (lately[slot] ?? 0) - 1;
  if (
    known >= 0 &&
    groups.values[known * groups.width] === first &&
    groups.values[known * groups.width + 1] === second &&
    groups.parts[known] === part &&
    groups.keys[known] === keys
  ) {
    return known;
  }
  const { values } = rule.state;
  values.length = 2;
  values[0] = first;
  values[1] = second;
  const row = rowFor(groups, keys, values, part);
  lately[slot] = row + 1;
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
  const of = rule.dayKinds.kinds[kind - kindsBegin];
  if (of !== undefined && (groups.lastPack[row] !== of.pack.number || of.pack.elsewhere.length > 0)) {
    collectUsed(rule.state.onDays.packs(), rule.run, record, day, UNKNOWN, groups, row);
  }
  if (of !== undefined && of.mayCharge !== YES) allow(groups, row, of.mayCharge);
  if (rule.state.rule.priceOfEach !== null) (groups.members[row] ??= []).push(record, day, UNKNOWN);
  rule.counted += 1;
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
export function undecidedIn<R extends RunState, T>(
  rule: PlainRule<R, T>,
  row: number,
  record: number,
  day: number,
): Verdict {
  const { state, run, ledger } = rule;
  if (row >= 0) rule.groups.undecided[row] = (rule.groups.undecided[row] ?? 0) + 1;
  const lacking: string[] = [];
  factsOfUnknownLines(state.rule.lines, run, { record, day, theDay: UNKNOWN }, lacking);
  enterUndecided(ledger, run.columns.ids[record] ?? "", lacking, state.rule.place);
  return TAKEN;
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
