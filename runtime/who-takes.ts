// Who takes a record: the queue of rules, the rules on top of them, and the statistics that stand outside.
// Rule: what one rule takes the next does not see (docs/meaning.md, section 3).

import { absentFacts } from "./absent-facts.ts";
import { NO, UNKNOWN, YES } from "./columns.ts";
import { NEVER } from "./record-dates.ts";
import { addReason, isUndecidedBy, clear, merge, newAccount, type RecordAccount } from "./record-account.ts";
import { firstNeed } from "./reached-by-a-record.ts";
import type { SpanCode } from "./rule-code.ts";
import {
  aboutOn,
  ask,
  DOUBTFUL,
  followedBy,
  followedDay,
  noteUndecided,
  onlyReason,
  PASSED,
  TAKEN,
  type RuleRun,
  type Verdict,
} from "./rule-run.ts";
import type { RunState } from "./run-state.ts";
import { absenceOf } from "./whole-numbers.ts";

/** All rules of a run, by how they are asked. */
export interface Queue<R extends RunState> {
  readonly inTurn: readonly RuleRun<R>[];
  readonly onTop: readonly OnTop<R>[];
  readonly statistics: readonly RuleRun<R>[];
  /** Days of the record at hand that a rule has taken. */
  readonly gone: Set<number>;
  /** Whether a day of the record at hand is left. */
  readonly isLeft: (day: number) => boolean;
  /** What a statistic says of a record, which nobody's account depends on. */
  readonly aside: RecordAccount;
}

interface OnTop<R extends RunState> {
  readonly state: RuleRun<R>;
  /** The rules that it stands on. */
  readonly below: readonly RuleRun<R>[];
  readonly account: RecordAccount;
}

export function queueOf<R extends RunState>(rules: readonly RuleRun<R>[]): Queue<R> {
  const charging = rules.filter(({ rule }) => rule.purpose !== "statistic");
  const onTop = charging.filter(({ rule }) => rule.onTopOf.length > 0);
  const gone = new Set<number>();
  return {
    inTurn: charging.filter(({ rule }) => rule.onTopOf.length === 0),
    onTop: onTop.map((state) => ({
      state,
      below: charging.filter(({ rule }) => state.rule.onTopOf.includes(rule.id)),
      account: newAccount(true),
    })),
    statistics: rules.filter(({ rule }) => rule.purpose === "statistic"),
    gone,
    isLeft: (day) => !gone.has(day),
    aside: newAccount(false),
  };
}

/** Lets the accounts of a queue keep in which rules the record at hand counts. */
export function keepRules<R extends RunState>({ onTop }: Queue<R>, account: RecordAccount): void {
  for (const each of [account, ...onTop.map((one) => one.account)]) each.countsIn = new Set();
}

/** Offers a record to the rules that may charge it. */
export function offerToRules<R extends RunState>(
  queue: Queue<R>,
  run: R,
  record: number,
  account: RecordAccount,
): void {
  offerInTurn(queue, run, record, account);
  if (queue.onTop.length > 0) offerOnTop(queue, run, record, account);
}

/** A statistic sees every record, whoever takes it; what it needs is in `account`. */
export function offerAside<R extends RunState>(
  { aside }: Queue<R>,
  state: RuleRun<R>,
  run: R,
  record: number,
  account: RecordAccount,
): void {
  clear(aside);
  offerAll(state, run, record, null, aside);
  account.need ??= aside.need;
}

/** One after another: an episode rule takes all that is left or nothing, a day rule takes days. */
function offerInTurn<R extends RunState>(queue: Queue<R>, run: R, record: number, account: RecordAccount): void {
  const { gone } = queue;
  if (gone.size > 0) gone.clear();
  let isOver = false;
  for (const state of queue.inTurn) {
    forget(state);
    if (isOver || (state.rule.span === null && gone.size > 0)) continue;
    if (state.rule.span === null) isOver = ask(state, run, record, UNKNOWN, account) !== PASSED;
    else isOver = offerDays(state, state.rule.span, run, record, queue.isLeft, account, gone);
  }
  if (gone.size === 0 && !isOver) noteWithoutDays(queue, run, record, account);
}

/** Of a record that no rule of the queue took: the first day rule that was about it, but had no day to charge. */
function noteWithoutDays<R extends RunState>(
  { inTurn }: Queue<R>,
  run: R,
  record: number,
  account: RecordAccount,
): void {
  for (const state of inTurn) {
    if (state.rule.span === null) continue;
    const at = withoutDays(state, state.rule.span, run, record);
    if (at === null || aboutOn(state, run, record, at.day, at.theDay) !== YES) continue;
    addReason(account, state.order, () => onlyReason(state, "inga dygn att betala"));
    return;
  }
}

/** Each is offered what the rules that it names have taken; a rule on top may itself be named. */
function offerOnTop<R extends RunState>(queue: Queue<R>, run: R, record: number, account: RecordAccount): void {
  const asked = new Set<RuleRun<R>>();
  const askOnce = (onTop: OnTop<R>): void => {
    if (asked.has(onTop.state)) return;
    asked.add(onTop.state);
    clear(onTop.account);
    forget(onTop.state);
    for (const below of onTop.below) {
      const named = queue.onTop.find(({ state }) => state === below);
      if (named !== undefined) askOnce(named);
    }
    const took = onTop.below.map((below) => below.took);
    if (took.every(({ episode, days }) => !episode && days.size === 0)) return;
    offerAll(
      onTop.state,
      run,
      record,
      (day) => took.some(({ episode, days }) => episode || days.has(day)),
      onTop.account,
    );
  };
  queue.onTop.forEach(askOnce);
  for (const { account: own } of queue.onTop) merge(account, own);
}

function offerAll<R extends RunState>(
  state: RuleRun<R>,
  run: R,
  record: number,
  isOffered: ((day: number) => boolean) | null,
  account: RecordAccount,
): void {
  if (state.rule.span === null) ask(state, run, record, UNKNOWN, account);
  else offerDays(state, state.rule.span, run, record, isOffered ?? everyDay, account, null);
}

/**
 * The days of a rule's span that are offered; true where nobody can say which days these are, so that the record stops.
 * Where the rule follows `dygnet`, the ends are read anew for each stretch of days between two changes of what they read.
 */
function offerDays<R extends RunState>(
  state: RuleRun<R>,
  span: SpanCode<R>,
  run: R,
  record: number,
  isOffered: (day: number) => boolean,
  account: RecordAccount,
  gone: Set<number> | null,
): boolean {
  const stretches = stretchesFor(state, span, run, record);
  const day = stretches.own;
  const isOutside = (stretches.unknownOn !== null || stretches.need !== null) && isNotAbout(state, run, record, day);
  if (isOutside) return false;
  account.need ??= stretches.need;
  if (stretches.unknownOn !== null) {
    const at = { record, day: stretches.unknownOn, theDay: UNKNOWN };
    if (isUndecidedBy(account, state.order)) absentFacts(span.reads, run, at, account.lacking);
    if (state.rule.looksBack) noteUndecided(state, run, { ...at, day });
    return true;
  }
  for (const { first, last } of stretches.days) {
    for (let theDay = first; theDay <= last; theDay += 1) {
      if (!isOffered(theDay)) continue;
      const verdict: Verdict = ask(state, run, record, theDay, account);
      if ((verdict === TAKEN || verdict === DOUBTFUL) && gone !== null) gone.add(theDay);
    }
  }
  return false;
}

function everyDay(): boolean {
  return true;
}

interface Stretches {
  readonly days: readonly { readonly first: number; readonly last: number }[];
  /** The decision day on which an end is not known; null where both ends are known, or missing. */
  readonly unknownOn: number | null;
  /** The decision day on which the ends are read; unknown where each day has its own. */
  readonly own: number;
  readonly need: RecordAccount["need"];
}

function stretchesFor<R extends RunState>(state: RuleRun<R>, span: SpanCode<R>, run: R, record: number): Stretches {
  const follow = state.rule.follows[followedBy(state, run, record, UNKNOWN)];
  if (follow?.isTheDay !== true) {
    const own = followedDay(state, run, record, UNKNOWN);
    return joined([stretchOn(span, run, record, own, -Infinity, Infinity)], own);
  }
  const changes = state.onDays.endChanges();
  const stretches = [-Infinity, ...changes].map((from, index) => {
    const until = changes[index] ?? Infinity;
    return stretchOn(span, run, record, decidingDay(from, until), from, until);
  });
  return joined(stretches, UNKNOWN);
}

interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly unknownOn: number | null;
  readonly need: RecordAccount["need"];
}

function joined(stretches: readonly Stretch[], own: number): Stretches {
  return {
    days: stretches,
    unknownOn: stretches.find(({ unknownOn }) => unknownOn !== null)?.unknownOn ?? null,
    own,
    need: stretches.find(({ need }) => need !== null)?.need ?? null,
  };
}

/** The days of the span from `from` up to but not including `until`; none where an end is missing. */
function stretchOn<R extends RunState>(
  span: SpanCode<R>,
  run: R,
  record: number,
  day: number,
  from: number,
  until: number,
): Stretch {
  const start = span.from(run, record, day, UNKNOWN);
  const end = span.to(run, record, day, UNKNOWN);
  if (start <= UNKNOWN || end <= UNKNOWN) {
    const need = firstNeed([[{ guard: null, it: span.reads }]], run, { record, day, theDay: UNKNOWN }) ?? null;
    return { ...noDays, need, unknownOn: absenceOf(start, end) === UNKNOWN ? day : null };
  }
  if (start === NEVER || end === NEVER) return noDays;
  const first = span.fromCounted ? start : start + 1;
  const last = span.toCounted ? end : end - 1;
  return { first: Math.max(first, from), last: Math.min(last, until - 1), unknownOn: null, need: null };
}

/**
 * Where a span whose ends are there holds no day: on what it is judged whether the rule was about the record. That is the
 * date that the rule follows, or where it follows `dygnet` the last end, as it is read on that very day; else null.
 */
function withoutDays<R extends RunState>(
  state: RuleRun<R>,
  span: SpanCode<R>,
  run: R,
  record: number,
): { readonly day: number; readonly theDay: number } | null {
  const { days, own, unknownOn, need } = stretchesFor(state, span, run, record);
  if (unknownOn !== null || need !== null || days.some(({ first, last }) => first <= last)) return null;
  if (state.rule.follows[followedBy(state, run, record, UNKNOWN)]?.isTheDay !== true) {
    return lastEnd(span, run, record, own) === null ? null : { day: own, theDay: UNKNOWN };
  }
  const changes = state.onDays.endChanges();
  for (const [index, from] of [-Infinity, ...changes].entries()) {
    const until = changes[index] ?? Infinity;
    const end = lastEnd(span, run, record, decidingDay(from, until));
    if (end !== null && end >= from && end < until) return { day: end, theDay: end };
  }
  return null;
}

/** The day on which a span ends; null where an end is not a date. */
function lastEnd<R extends RunState>(span: SpanCode<R>, run: R, record: number, day: number): number | null {
  const ends = [span.from(run, record, day, UNKNOWN), span.to(run, record, day, UNKNOWN)];
  const [, last = UNKNOWN] = ends;
  return ends.some((end) => end <= UNKNOWN || end === NEVER) ? null : last;
}

/** A day on which the ends are read as they are from `from` up to but not including `until`. */
function decidingDay(from: number, until: number): number {
  if (Number.isFinite(from)) return from;
  return Number.isFinite(until) ? until - 1 : 0;
}

const noDays: Stretch = { first: 0, last: -1, unknownOn: null, need: null };

function isNotAbout<R extends RunState>(state: RuleRun<R>, run: R, record: number, day: number): boolean {
  return aboutOn(state, run, record, day, UNKNOWN) === NO;
}

function forget<R extends RunState>({ took }: RuleRun<R>): void {
  took.episode = false;
  if (took.days.size > 0) took.days.clear();
}
