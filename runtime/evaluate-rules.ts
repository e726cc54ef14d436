// A whole run: every record is offered to every rule, groups are worked out, and the account is made up.
// Rule: docs/meaning.md; a value that a record needs and nobody knows stops the run at that record.

import { ratioOrNull, type Fraction } from "./fractions.ts";
import type { Ratio } from "./ratio.ts";
import { figuresOf, outcomesOf } from "./outcomes.ts";
import { accountingOf, clear, enter, newAccount, newLedger, reasonsOf, type RecordAccount } from "./record-account.ts";
import { byCodePoint } from "./code-point-order.ts";
import { refusal } from "./refusal.ts";
import type { Evaluation, Note } from "./result.ts";
import type { RuleCode } from "./rule-code.ts";
import { mayStand, startRule } from "./rule-run.ts";
import type { RunState } from "./run-state.ts";
import { offer, queueOf } from "./who-takes.ts";

/** More records than this in one call would not fit what the tallies are made for. */
export const greatestCount = 16_777_216;

/** `rules` in the order in which records are offered to them. */
export function evaluateRules<R extends RunState>(rules: readonly RuleCode<R, unknown>[], run: R): Evaluation {
  const { count, ids } = run.columns;
  if (count > greatestCount || ids.length < count) {
    throw refusal("AV7008", `One call takes at most ${greatestCount} records, each with an id.`);
  }
  const standing = rules.filter((rule) => mayStand(rule, run));
  const started = standing.map((rule, order) => startRule(rule, order, run));
  const places = standing.map(({ place }) => place);
  const queue = queueOf(started);
  const ledger = newLedger();
  const account = newAccount(true);
  const notes: Note[] = [];

  for (let record = 0; record < count; record += 1) {
    clear(account);
    offer(queue, run, record, account);
    const id = ids[record] ?? "";
    if (account.need !== null) return { kind: "stopped", ...account.need, record: id };
    enter(ledger, id, account, places);
    if (account.notes.length > 0) notes.push(...notesOn(id, account));
  }

  const charging = started.filter(({ rule }) => rule.purpose !== "statistic");
  const outcomes = charging.flatMap((state) => outcomesOf(state, run));
  return {
    kind: "completed",
    lines: outcomes.flatMap(({ line }) => (line === null ? [] : [line])),
    groups: outcomes.map(({ group }) => group),
    figures: queue.statistics.flatMap((state) => figuresOf(state, run)),
    notCharged: reasonsOf(ledger, run.choices.main, places),
    undecided: ledger.undecided,
    notes,
    accounting: accountingOf(ledger, count),
  };
}

/** What the formula of a measured value gives; undefined where the records give no value. */
export function measureOf<R extends RunState>(
  measures: ReadonlyMap<string, (run: R) => Fraction>,
  measured: string,
  run: R,
): Ratio | undefined {
  const formula = measures.get(measured);
  if (formula === undefined) throw refusal("AV7004", `There is no measured value \`${measured}\`.`);
  return ratioOrNull(formula(run)) ?? undefined;
}

/** What a rule that charges nothing has instead of tallies and figures. */
export function noTallies(): unknown {
  return null;
}

export function countNothing(): void {
  throw new Error("A rule that charges nothing counts nothing.");
}

export function noFigures(): never {
  throw new Error("A rule that charges nothing has no figures.");
}

function notesOn(id: string, { notes }: RecordAccount): Note[] {
  return [...new Set(notes)].sort(byCodePoint).map((term) => ({ id, says: "span-ran-backwards", term }));
}
