// A stretch of the records of a run, offered to every rule; and what all records together come to.
// Rule: records come one after another. The kernels of plain rules settle what they can; what a kernel leaves open, and
// every rule without one, goes the general way, which is the same for all agreements.

import { byCodePoint } from "./code-point-order.ts";
import { figuresOf, outcomesOf } from "./outcomes.ts";
import { enterPlain, plainRule, type Kernel, type PlainRule } from "./plain-rule.ts";
import {
  accountingOf,
  clear,
  enter,
  enterUnclaimed,
  newAccount,
  newLedger,
  reasonsOf,
  type Ledger,
  type RecordAccount,
} from "./record-account.ts";
import { refusal } from "./refusal.ts";
import type { Evaluation, Note, Place, Stopped } from "./result.ts";
import type { RuleCode } from "./rule-code.ts";
import { DOUBTFUL, mayStand, PASSED, startRule, type RuleRun, type Verdict } from "./rule-run.ts";
import type { RunState } from "./run-state.ts";
import { offer, offerToStatistics, queueOf, type Queue } from "./who-takes.ts";

/** More records than this in one call would not fit what the tallies are made for. */
export const greatestCount = 16_777_216;

/** What some records came to, before groups are worked out. */
export interface Part<R extends RunState> {
  readonly run: R;
  /** Rules that the readings of the run leave standing, in the order in which records are offered to them. */
  readonly rules: readonly RuleRun<R>[];
  readonly ledger: Ledger;
  readonly notes: Note[];
  readonly records: number;
  /** The value that a record needed and nobody knows; null where there was none. */
  readonly stopped: Stopped | null;
}

/** Offers the records from `from` up to but not including `until` to every rule. */
export function evaluatePart<R extends RunState>(
  rules: readonly RuleCode<R, unknown>[],
  run: R,
  from: number,
  until: number,
): Part<R> {
  const { count, ids } = run.columns;
  if (count > greatestCount || ids.length < count) {
    throw refusal("AV7008", `One call takes at most ${greatestCount} records, each with an id.`);
  }
  const started = rules.filter((rule) => mayStand(rule, run)).map((rule, order) => startRule(rule, order, run));
  const places = started.map(({ rule }) => rule.place);
  const queue = queueOf(started);
  const ledger = newLedger();
  const { plain, asked } = kernelsOf(queue, run, ledger);
  const account = newAccount(true);
  const notes: Note[] = [];
  const settled = queue.statistics.length === 0 ? null : (record: number) => needAside(queue, run, record, account);
  const part = { run, rules: started, ledger, notes, records: until - from };

  for (let record = from; record < until; record += 1) {
    record = firstOpen(asked, record, until, ledger, settled);
    if (record >= until) break;
    const stopped = offerInGeneral(queue, run, record, account, { ledger, notes, places });
    if (stopped !== null) return { ...part, stopped };
  }
  for (const rule of plain) enterPlain(rule);
  return { ...part, stopped: null };
}

/** What all records come to. */
export function finished<R extends RunState>({ run, rules, ledger, notes, records, stopped }: Part<R>): Evaluation {
  if (stopped !== null) return stopped;
  const charging = rules.filter(({ rule }) => rule.purpose !== "statistic");
  const statistics = rules.filter(({ rule }) => rule.purpose === "statistic");
  const outcomes = charging.flatMap((state) => outcomesOf(state, run));
  const places = rules.map(({ rule }) => rule.place);
  return {
    kind: "completed",
    lines: outcomes.flatMap(({ line }) => (line === null ? [] : [line])),
    groups: outcomes.map(({ group }) => group),
    figures: statistics.flatMap((state) => figuresOf(state, run)),
    notCharged: reasonsOf(ledger, run.choices.main, places),
    undecided: ledger.undecided,
    notes,
    accounting: accountingOf(ledger, records),
  };
}

interface Kernels<R extends RunState> {
  readonly plain: readonly PlainRule<R, unknown>[];
  /** In turn; a rule without a kernel leaves every record open. */
  readonly asked: readonly Kernel[];
}

/** None where a rule stands on top of others: it asks what they took of the record. */
function kernelsOf<R extends RunState>({ inTurn, onTop }: Queue<R>, run: R, ledger: Ledger): Kernels<R> {
  if (onTop.length > 0) return { plain: [], asked: [leaveOpen] };
  const plain: PlainRule<R, unknown>[] = [];
  const asked = inTurn.map((state): Kernel => {
    if (state.rule.kernel === undefined) return leaveOpen;
    const rule = plainRule(state, run, ledger);
    plain.push(rule);
    return state.rule.kernel(run, rule);
  });
  return { plain, asked };
}

function leaveOpen(): Verdict {
  return DOUBTFUL;
}

/**
 * The next record that some kernel leaves open; those before it are settled. `needsMore` is asked of each that is settled:
 * whether it stops the run, as the general way then tells once more.
 */
function firstOpen(
  asked: readonly Kernel[],
  from: number,
  until: number,
  ledger: Ledger,
  needsMore: ((record: number) => boolean) | null,
): number {
  for (let record = from; record < until; record += 1) {
    const verdict = askInTurn(asked, record);
    if (verdict === DOUBTFUL) return record;
    if (verdict === PASSED) enterUnclaimed(ledger);
    if (needsMore !== null && needsMore(record)) return record;
  }
  return until;
}

/** Offers a settled record to the statistics. A stopped run has no result, so it does not matter what they counted. */
function needAside<R extends RunState>(queue: Queue<R>, run: R, record: number, account: RecordAccount): boolean {
  clear(account);
  offerToStatistics(queue, run, record, account);
  return account.need !== null;
}

function askInTurn(asked: readonly Kernel[], record: number): Verdict {
  for (let index = 0; index < asked.length; index += 1) {
    const verdict = asked[index]?.(record) ?? DOUBTFUL;
    if (verdict !== PASSED) return verdict;
  }
  return PASSED;
}

interface Entries {
  readonly ledger: Ledger;
  readonly notes: Note[];
  readonly places: readonly Place[];
}

/** The general way of one record; what stopped the run there, else null. */
function offerInGeneral<R extends RunState>(
  queue: Queue<R>,
  run: R,
  record: number,
  account: RecordAccount,
  { ledger, notes, places }: Entries,
): Stopped | null {
  clear(account);
  offer(queue, run, record, account);
  const id = run.columns.ids[record] ?? "";
  if (account.need !== null) return { kind: "stopped", ...account.need, record: id };
  enter(ledger, id, account, places);
  if (account.notes.length > 0) notes.push(...notesOn(id, account));
  return null;
}

function notesOn(id: string, { notes }: RecordAccount): Note[] {
  return [...new Set(notes)].sort(byCodePoint).map((term) => ({ id, says: "span-ran-backwards", term }));
}
