// A stretch of the records of a run, offered to every rule; and what all records together come to.
// Rule: the kernels of plain rules settle what they can, a few thousand records at a time; what a kernel leaves open, and
// every rule without one, goes the general way, record after record. What depends on the order of records follows them.

import { byCodePoint } from "./code-point-order.ts";
import { idOf, type Columns } from "./columns.ts";
import { placeOf, recordsAtHand } from "./kernel-steps.ts";
import { areTaken, kernelsOf, settled, type Kernels } from "./kernels-of-a-run.ts";
import { withLater } from "./later.ts";
import { chargesOf, figuresOf, outcomesOf, type Outcome } from "./outcomes.ts";
import { newPlaces, notePlace, noteUndecidedPlace, type Places, type PlacesNoted } from "./places.ts";
import { enterLacking, enterPlain } from "./plain-rule.ts";
import {
  accountingOf,
  clear,
  enter,
  enterUnclaimed,
  newAccount,
  newLedger,
  reasonsOf,
  undecidedIn,
  type Ledger,
  type RecordAccount,
} from "./record-account.ts";
import { refusal } from "./refusal.ts";
import type { Completed, Evaluation, Group, InvoiceLine, Note, Place, Stopped } from "./result.ts";
import type { RuleCode } from "./rule-code.ts";
import { COUNTED, DOUBTFUL, mayStand, PASSED, startRule, TAKEN, type RuleRun } from "./rule-run.ts";
import type { RunState } from "./run-state.ts";
import { keepRules, offerAside, offerToRules, queueOf, type Queue } from "./who-takes.ts";

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
  return offered(startedIn(rules, run), run, { from, until, gone: null, noted: null });
}

/** A whole run, and where each of its records ends. Its groups are worked out only for those who ask for them. */
export function evaluateWithPlaces<R extends RunState>(
  rules: readonly RuleCode<R, unknown>[],
  run: R,
): { readonly evaluation: Evaluation; readonly places: Places } {
  const { count } = run.columns;
  const started = startedIn(rules, run);
  const noted = newPlaces(started, count);
  const part = offered(started, run, { from: 0, until: count, gone: null, noted });
  const { at, different } = noted;
  if (part.stopped !== null) return { evaluation: part.stopped, places: { at, different, payers: new Map() } };
  const charges = charging(part).map((state) => chargesOf(state, run));
  // Of two rules that name a payer the first is heard.
  const payers = new Map(charges.flatMap((ofRule) => [...ofRule.payers]).reverse());
  const evaluation = completed(
    part,
    charges.flatMap(({ lines }) => lines),
    () => groupsOf(outcomesIn(part)),
  );
  return { evaluation, places: { at, different, payers } };
}

/**
 * The lines that these rules make of some of the records: those that are `PASSED` in `gone`, where all others are `TAKEN`.
 * What is asked of the whole data, all records still answer.
 */
export function linesAmong<R extends RunState>(
  rules: readonly RuleCode<R, unknown>[],
  run: R,
  gone: Uint8Array,
): readonly InvoiceLine[] | Stopped {
  const part = offered(startedIn(rules, run), run, { from: 0, until: run.columns.count, gone, noted: null });
  if (part.stopped !== null) return part.stopped;
  return charging(part).flatMap((state) => chargesOf(state, run).lines);
}

function startedIn<R extends RunState>(rules: readonly RuleCode<R, unknown>[], run: R): readonly RuleRun<R>[] {
  return rules.filter((rule) => mayStand(rule, run)).map((rule, order) => startRule(rule, order, run));
}

interface Stretch {
  readonly from: number;
  readonly until: number;
  /** By record what was said of it before any rule is asked; null where nothing was. */
  readonly gone: Uint8Array | null;
  /** Null where nobody asks where records end. */
  readonly noted: PlacesNoted | null;
}

function offered<R extends RunState>(started: readonly RuleRun<R>[], run: R, stretch: Stretch): Part<R> {
  const { from, until, gone, noted } = stretch;
  const { count } = run.columns;
  if (count > greatestCount || !hasIds(run.columns)) {
    throw refusal("AV7008", `One call takes at most ${greatestCount} records, each with an id.`);
  }
  const queue = queueOf(started);
  const ledger = newLedger();
  const notes: Note[] = [];
  const kernels = kernelsOf(queue, run, ledger);
  const account = newAccount(true);
  if (noted !== null) keepRules(queue, account);
  const places = started.map(({ rule }) => rule.place);
  const offering = { queue, kernels, account, ledger, notes, places, gone, noted };
  const part = { run, rules: started, ledger, notes, records: until - from };

  for (let first = from; first < until; first += recordsAtHand) {
    const stopped = offerSome(offering, run, first, Math.min(first + recordsAtHand, until));
    if (stopped !== null) return { ...part, stopped };
  }
  for (const rule of kernels.plain) enterPlain(rule);
  return { ...part, stopped: null };
}

/** Who can name one record can name all of them. */
function hasIds(columns: Columns): boolean {
  return columns.idAt !== undefined || columns.ids.length >= columns.count;
}

/** What all records come to. */
export function finished<R extends RunState>(part: Part<R>): Evaluation {
  if (part.stopped !== null) return part.stopped;
  const outcomes = outcomesIn(part);
  const groups = groupsOf(outcomes);
  return completed(
    part,
    outcomes.flatMap(({ line }) => line ?? []),
    () => groups,
  );
}

function outcomesIn<R extends RunState>(part: Part<R>): readonly Outcome[] {
  return charging(part).flatMap((state) => outcomesOf(state, part.run));
}

function groupsOf(outcomes: readonly Outcome[]): readonly Group[] {
  return outcomes.map(({ group }) => group);
}

function charging<R extends RunState>({ rules }: Part<R>): readonly RuleRun<R>[] {
  return rules.filter(({ rule }) => rule.purpose !== "statistic");
}

function completed<R extends RunState>(
  { run, rules, ledger, notes, records }: Part<R>,
  lines: readonly InvoiceLine[],
  groups: () => readonly Group[],
): Completed {
  const statistics = rules.filter(({ rule }) => rule.purpose === "statistic");
  const places = rules.map(({ rule }) => rule.place);
  const told = {
    kind: "completed" as const,
    lines,
    figures: statistics.flatMap((state) => figuresOf(state, run)),
    notCharged: reasonsOf(ledger, run.choices.main, places),
    notes,
    accounting: accountingOf(ledger, records),
  };
  return withLater(told, { groups, undecided: () => undecidedIn(ledger) });
}

interface Offering<R extends RunState> {
  readonly queue: Queue<R>;
  readonly kernels: Kernels<R>;
  readonly account: RecordAccount;
  readonly ledger: Ledger;
  readonly notes: Note[];
  readonly places: readonly Place[];
  readonly gone: Uint8Array | null;
  readonly noted: PlacesNoted | null;
}

/** Some records: first the kernels, then one after another what they left; what stopped the run there, else null. */
function offerSome<R extends RunState>(offering: Offering<R>, run: R, from: number, until: number): Stopped | null {
  const { kernels, ledger, gone, noted } = offering;
  const { verdicts, fours, plain, statistics } = kernels;
  const hasStatistics = statistics.length > 0;
  settled(kernels, from, until, gone, noted);
  for (let record = from; record < until; record += 1) {
    const place = placeOf(record);
    if (!hasStatistics && (place & 3) === 0 && record + 4 <= until && areTaken(fours[place >> 2] ?? 0)) {
      record += 3;
      continue;
    }
    const verdict = verdicts[place] ?? DOUBTFUL;
    if ((verdict === TAKEN || verdict === COUNTED) && !hasStatistics) continue;
    if (verdict === DOUBTFUL || hasStatistics) {
      const stopped = offerInGeneral(offering, run, record);
      if (stopped !== null) return stopped;
    }
    if (verdict === PASSED) enterUnclaimed(ledger);
    else if (verdict > COUNTED) {
      enterLacking(plain[verdict - COUNTED - 1], record);
      if (noted !== null) noteUndecidedPlace(noted, record);
    }
  }
  return null;
}

/** What the kernels left of one record, the general way; what stopped the run there, else null. */
function offerInGeneral<R extends RunState>(
  { queue, kernels, account, ledger, notes, places, noted }: Offering<R>,
  run: R,
  record: number,
): Stopped | null {
  const place = placeOf(record);
  const isOpen = kernels.verdicts[place] === DOUBTFUL;
  clear(account);
  if (isOpen) offerToRules(queue, run, record, account);
  for (const { state, verdicts } of kernels.statistics) {
    if (verdicts[place] === DOUBTFUL) offerAside(queue, state, run, record, account);
  }
  const isNamed = account.need !== null || account.undecidedBy >= 0 || account.notes.length > 0;
  const id = isNamed ? idOf(run.columns, record) : "";
  if (account.need !== null) return { kind: "stopped", ...account.need, record: id };
  if (!isOpen) return null;
  enter(ledger, id, account, places);
  if (noted !== null) notePlace(noted, record, account);
  if (account.notes.length > 0) notes.push(...notesOn(id, account));
  return null;
}

function notesOn(id: string, { notes }: RecordAccount): Note[] {
  return [...new Set(notes)].sort(byCodePoint).map((term) => ({ id, says: "span-ran-backwards", term }));
}
