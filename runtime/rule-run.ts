// One rule in one run: what it says of each record that it is offered, and the groups that this fills.
// Rule: docs/meaning.md, sections 2 to 5. The common path makes nothing but groups; what names reasons, lacking facts and
// needs is worked out only for the records that it is about.

import { absentFacts, factsOfUnknownLines, type RecordOnDay } from "./absent-facts.ts";
import { NO, UNKNOWN, YES } from "./columns.ts";
import type { Reads } from "./evaluator-code.ts";
import { firstFailing } from "./failing-line.ts";
import {
  addMember,
  allow,
  COUNTS,
  groupTable,
  meet,
  NOT_CHARGED,
  rowFor,
  turnTo,
  UNDECIDED,
  type GroupTable,
} from "./group-table.ts";
import { knownDay } from "./record-dates.ts";
import { addReason, isUndecidedBy, wantsReason, type Reason, type RecordAccount } from "./record-account.ts";
import { backwardSpans, firstNeed } from "./reached-by-a-record.ts";
import type { Follow, KeyCode, RuleCode } from "./rule-code.ts";
import { daysKept, firstKept, notAsked, pageDays, ruleOnDays, type RuleOnDays } from "./rule-on-days.ts";
import { holdsOn, pickOn, readingsByDay, type RunState } from "./run-state.ts";
import { itemOn } from "./schedule.ts";
import { collectUsed } from "./used-by-a-group.ts";

export interface RuleRun<R extends RunState> {
  readonly rule: RuleCode<R, unknown>;
  /** Place among the rules. */
  readonly order: number;
  readonly groups: GroupTable<R>;
  /** What the choices of the run settle for the rule. */
  readonly onDays: RuleOnDays<R>;
  /** Keys and date that stand under every reading; null where they depend on one. */
  readonly onlyKeys: readonly KeyCode<R>[] | null;
  readonly onlyFollow: Follow<R> | null;
  /** By clause and words. */
  readonly reasons: Map<string, Map<string, Reason>>;
  readonly back: LookingBack;
  /** What the rule took of the record at hand. */
  readonly took: Took;
  /** Key values of the record at hand. */
  readonly values: number[];
}

/** For conditions over months in a row. */
export interface LookingBack {
  /** Keys of the groups that the rule is undecided about. */
  readonly undecided: Set<string>;
  /** The first month that was asked about; null where none was. */
  firstMonth: number | null;
}

export interface Took {
  episode: boolean;
  readonly days: Set<number>;
}

/** What a rule says of a record or a day: nothing, that it cannot tell, or that it takes it. */
export type Verdict = typeof PASSED | typeof DOUBTFUL | typeof TAKEN;
export const PASSED = 0;
export const DOUBTFUL = 1;
export const TAKEN = 2;
/** What a kernel says of a record that it takes and that counts; the general way notes this in the record's account. */
export const COUNTED = 3;

export function startRule<R extends RunState>(rule: RuleCode<R, unknown>, order: number, run: R): RuleRun<R> {
  return {
    rule,
    order,
    groups: groupTable<R>(rule.newTallies(), widest(rule), run.columns.count < manyRecords ? 4 : 512),
    onDays: ruleOnDays(rule, run.choices),
    onlyKeys: rule.keys[0]?.guard === null ? rule.keys[0].it : null,
    onlyFollow: rule.follows[0]?.guard === null ? rule.follows[0] : null,
    reasons: new Map(),
    back: { undecided: new Set(), firstMonth: null },
    took: { episode: false, days: new Set() },
    values: [],
  };
}

const manyRecords = 10_000;

function widest<R extends RunState>({ keys }: RuleCode<R, unknown>): number {
  return Math.max(1, ...keys.map(({ it }) => it.length));
}

/** The place of the first alternative whose guard holds on the date that it gives itself; -1 where none does. */
export function followedBy<R extends RunState>(state: RuleRun<R>, run: R, record: number, theDay: number): number {
  const { follows } = state.rule;
  return follows.findIndex(({ guard, date }) => {
    return guard === null || holdsOn(run.choices, guard, knownDay(date(run, record, UNKNOWN, theDay)));
  });
}

/** False where the readings of the run leave the rule out on every day. */
export function mayStand<R extends RunState>(rule: RuleCode<R, unknown>, run: R): boolean {
  return rule.guards.every(({ question, readings }) => {
    const { items, undated } = readingsByDay(run.choices, question);
    return [...items, undated].some((reading) => readings.includes(reading));
  });
}

/** The date that the rule follows for a record; unknown where it has none. */
export function followedDay<R extends RunState>(state: RuleRun<R>, run: R, record: number, theDay: number): number {
  const follow = state.onlyFollow ?? state.rule.follows[followedBy(state, run, record, theDay)];
  return follow === undefined ? UNKNOWN : knownDay(follow.date(run, record, UNKNOWN, theDay));
}

/** Asks the rule about a record, or about one day of it. */
export function ask<R extends RunState>(
  state: RuleRun<R>,
  run: R,
  record: number,
  theDay: number,
  account: RecordAccount,
): Verdict {
  const { rule } = state;
  const day = followedDay(state, run, record, theDay);
  if (rule.looksBack) noteMonth(state, run, { record, day, theDay });
  const about = aboutOn(state, run, record, day, theDay);
  if (about === NO) return PASSED;
  if (day <= UNKNOWN) {
    const follow = rule.follows[followedBy(state, run, record, theDay)];
    doubt(state, run, { record, day, theDay }, follow?.reads ?? [], account);
    return DOUBTFUL;
  }
  if (about !== YES) {
    const reads = rule.aboutReads.flatMap((part) => pickOn(run.choices, part, day) ?? []);
    doubt(state, run, { record, day, theDay }, reads, account);
    return DOUBTFUL;
  }
  if (theDay > UNKNOWN) state.took.days.add(theDay);
  else state.took.episode = true;
  judge(state, run, record, day, theDay, account);
  return TAKEN;
}

/** Whether the rule is about a record: in force on its day, and the record in its scope. */
export function aboutOn<R extends RunState>(
  state: RuleRun<R>,
  run: R,
  record: number,
  day: number,
  theDay: number,
): number {
  const inForce = inForceOn(state, run, day);
  if (inForce === NO) return NO;
  const about = state.rule.isAbout(run, record, day, theDay);
  return inForce === YES || about === NO ? about : UNKNOWN;
}

/** Asked once for each day that is met. */
function inForceOn<R extends RunState>(state: RuleRun<R>, run: R, day: number): number {
  const { isInForce } = state.rule;
  if (isInForce === null) return YES;
  const place = day - firstKept;
  if (place < 0 || place >= daysKept) return isInForce(run, day);
  const page = (state.onDays.inForce[Math.trunc(place / pageDays)] ??= new Int8Array(pageDays).fill(notAsked));
  const kept = page[place % pageDays] ?? notAsked;
  if (kept !== notAsked) return kept === inDoubt ? UNKNOWN : kept;
  const found = isInForce(run, day);
  page[place % pageDays] = found <= UNKNOWN ? inDoubt : found;
  return found;
}

const inDoubt = 2;

/** The rule cannot tell whether the record, or the day, is its own. */
function doubt<R extends RunState>(
  state: RuleRun<R>,
  run: R,
  at: RecordOnDay,
  reads: Reads<R>,
  account: RecordAccount,
): void {
  if (isUndecidedBy(account, state.order)) absentFacts(reads, run, at, account.lacking);
  if (state.rule.looksBack) noteUndecided(state, run, at);
}

/** What becomes of what the rule has taken: it counts, is not charged, or is undecided. */
function judge<R extends RunState>(
  state: RuleRun<R>,
  run: R,
  record: number,
  day: number,
  theDay: number,
  account: RecordAccount,
): void {
  const { rule } = state;
  if (account.isKept && rule.mayRunBackwards !== null && rule.mayRunBackwards(run, record, day, theDay)) {
    account.notes.push(...backwardSpans(state.onDays.written, rule.place.rule, run, { record, day, theDay }));
  }
  const holds = rule.holds(run, record, day, theDay);
  if (holds === NO) {
    if (wantsReason(account)) addReason(account, state.order, reasonLater(state, run, { record, day, theDay }));
    if (isCharging(rule)) leaveOut(state, run, { record, day, theDay }, NOT_CHARGED);
  } else if (holds !== YES) {
    if (isUndecidedBy(account, state.order)) {
      factsOfUnknownLines(rule.lines, run, { record, day, theDay }, account.lacking);
    }
    if (isCharging(rule)) leaveOut(state, run, { record, day, theDay }, UNDECIDED);
    if (rule.looksBack) noteUndecided(state, run, { record, day, theDay });
  } else if (rule.purpose === "noCharge") {
    if (wantsReason(account)) addReason(account, state.order, noChargeLater(state));
  } else if (rule.purpose === "notModelled") {
    isUndecidedBy(account, state.order);
  } else count(state, run, record, day, theDay, account);
}

/** Apart from the rest: a function that makes functions pays for what they hold at every call. */
function reasonLater<R extends RunState>(state: RuleRun<R>, run: R, at: RecordOnDay): () => Reason {
  return () => reasonFor(state, run, at);
}

function noChargeLater<R extends RunState>(state: RuleRun<R>): () => Reason {
  return () => noChargeReason(state);
}

/** Why a rule that charges nothing charges nothing. */
export function noChargeReason<R extends RunState>(state: RuleRun<R>): Reason {
  return onlyReason(state, "ingen debitering");
}

/** A statistic has no lines, so nobody asks whom it left out. */
function isCharging<R extends RunState>(rule: RuleCode<R, unknown>): boolean {
  return rule.purpose === "charge";
}

function count<R extends RunState>(
  state: RuleRun<R>,
  run: R,
  record: number,
  day: number,
  theDay: number,
  account: RecordAccount,
): void {
  const { rule, values } = state;
  const keys = keysOn(state, run, day);
  if (!placed(state, keys, run, record, day, theDay)) {
    if (isUndecidedBy(account, state.order)) absentKeys(keys, values, run, { record, day, theDay }, account);
    return;
  }
  account.counts = true;
  if (account.countsIn !== null) account.countsIn.add(state.order);
  const mayNeed = state.onDays.mayNeed();
  if (mayNeed !== null && itemOn(mayNeed, day)) {
    account.need ??= firstNeed(rule.reads, run, { record, day, theDay }) ?? null;
  }
  const { groups } = state;
  const row = rowFor(groups, keys, values, partOn(state.onDays.cuts(), day));
  addMember(groups, row, record, day, theDay);
  if (isCharging(rule)) {
    meet(groups, row, record, COUNTS);
    collectUsed(state.onDays.packs(), run, record, day, theDay, groups, row);
    if (rule.priceOfEach !== null) (groups.members[row] ??= []).push(record, day, theDay);
    if (rule.mayCharge !== null) allow(groups, row, rule.mayCharge(run, record, day, theDay));
  }
  turnTo(groups, row);
  rule.count(run, groups.tallies, record, day, theDay);
}

function absentKeys<R extends RunState>(
  keys: readonly KeyCode<R>[],
  values: readonly number[],
  run: R,
  at: RecordOnDay,
  account: RecordAccount,
): void {
  const reads = keys.flatMap((key, index) => ((values[index] ?? UNKNOWN) <= UNKNOWN ? key.reads : []));
  absentFacts(reads, run, at, account.lacking);
}

/** A record that was taken but does not count is left out of the group that its keys name. */
function leaveOut<R extends RunState>(state: RuleRun<R>, run: R, at: RecordOnDay, standing: number): void {
  const keys = keysOn(state, run, at.day);
  if (!placed(state, keys, run, at.record, at.day, at.theDay)) return;
  meet(
    state.groups,
    rowFor(state.groups, keys, state.values, partOn(state.onDays.cuts(), at.day)),
    at.record,
    standing,
  );
}

function keysOn<R extends RunState>(state: RuleRun<R>, run: R, day: number): readonly KeyCode<R>[] {
  return state.onlyKeys ?? pickOn(run.choices, state.rule.keys, day) ?? none;
}

const none: readonly never[] = [];

/** Puts the values of the keys in `state.values`; false where one of them is absent. */
function placed<R extends RunState>(
  state: RuleRun<R>,
  keys: readonly KeyCode<R>[],
  run: R,
  record: number,
  day: number,
  theDay: number,
): boolean {
  const { values } = state;
  if (values.length !== keys.length) values.length = keys.length;
  let present = true;
  for (let index = 0; index < keys.length; index += 1) {
    const value = keys[index]?.value(run, record, day, theDay) ?? UNKNOWN;
    values[index] = value;
    if (value <= UNKNOWN) present = false;
  }
  return present;
}

/** How many of the cuts lie at or before a day. */
export function partOn(cuts: readonly number[], day: number): number {
  let part = cuts.length;
  while (part > 0 && (cuts[part - 1] ?? -Infinity) > day) part -= 1;
  return part;
}

/** The same object for the same line, so that reasons can be counted by it. */
export function reasonFor<R extends RunState>(state: RuleRun<R>, run: R, at: RecordOnDay): Reason {
  const { says, clause } = firstFailing(state.rule.lines, state.rule.place.clause, run, at);
  return onlyReason(state, says, clause);
}

/** One object for each reason of a rule; with the clause of the rule itself unless another is named. */
export function onlyReason<R extends RunState>(
  state: RuleRun<R>,
  says: string,
  clause = state.rule.place.clause,
): Reason {
  const ofClause = state.reasons.get(clause) ?? new Map<string, Reason>();
  state.reasons.set(clause, ofClause);
  const known = ofClause.get(says);
  if (known !== undefined) return known;
  const reason = { says, clause };
  ofClause.set(says, reason);
  return reason;
}

/** Only where the rule looks back. */
function noteMonth<R extends RunState>(state: RuleRun<R>, run: R, at: RecordOnDay): void {
  const key = keysOn(state, run, at.day).find(isMonth);
  const month = key?.value(run, at.record, at.day, at.theDay) ?? UNKNOWN;
  if (month > UNKNOWN) state.back.firstMonth = Math.min(state.back.firstMonth ?? month, month);
}

export function noteUndecided<R extends RunState>(state: RuleRun<R>, run: R, at: RecordOnDay): void {
  const keys = keysOn(state, run, at.day);
  if (placed(state, keys, run, at.record, at.day, at.theDay))
    state.back.undecided.add(keysInMonth(keys, state.values, 0));
}

/** The keys of a group with its month moved by a number of months: the same group in another month. */
export function keysInMonth<R extends RunState>(
  keys: readonly KeyCode<R>[],
  values: readonly number[],
  moved: number,
): string {
  const month = keys.findIndex(isMonth);
  return JSON.stringify(
    keys.map((key, index) => [key.name, (values[index] ?? UNKNOWN) + (index === month ? moved : 0)]),
  );
}

export function isMonth<R extends RunState>(key: KeyCode<R>): boolean {
  return key.role === "period" && key.meaning.kind === "month";
}
