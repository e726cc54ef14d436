// The reference interpreter: what a program means for some episodes, worked out slowly and in the open.
// Rule: docs/meaning.md, word for word; every other target is held against this one.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Columns } from "@avtal/runtime/columns";
import type {
  Evaluation,
  Figures,
  GroupKeys,
  InvoiceLine,
  Group,
  Note,
  RunOptions,
  Stopped,
} from "@avtal/runtime/result";
import type { Program } from "@avtal/compiler/ir/ir";
import { writtenIn } from "@avtal/compiler/ir/reads";
import { runOf, type Run } from "@avtal/compiler/ir/run";
import { accountFor, totalAccount, type RecordAccount } from "./account.ts";
import { figure } from "./group-figures.ts";
import { nameGroup } from "./group-keys.ts";
import { gather } from "./groups.ts";
import { withKeysAlone } from "./keys-alone.ts";
import { firstNeed, type Need } from "./needs.ts";
import { backwardSpans, noteOn } from "./notes.ts";
import { figuresOf, outcomeOf, type Outcome } from "./outcomes.ts";
import type { Observe } from "./passing.ts";
import { planRules, type RulePlan } from "./rule-plan.ts";
import type { Scope } from "./scope.ts";
import { isStatistic, whoTakes, type Answer, type Taking } from "./who-takes.ts";

export function interpret(program: Program, episodes: Columns, options: RunOptions): Evaluation {
  const run = runOf(program, options);
  return interpretPlanned(planRules(run), run, episodes);
}

/** The same with plans at hand: those of a run of the same program with the same choices. */
export function interpretPlanned(plans: readonly RulePlan[], run: Run, episodes: Columns): Evaluation {
  return interpretFrom(plans, run, outsideRecords(run, episodes));
}

/** The same, telling what is passed by records, rules and groups. */
export function interpretObserved(
  plans: readonly RulePlan[],
  run: Run,
  episodes: Columns,
  observe: Observe,
): Evaluation {
  return interpretFrom(plans, run, { ...outsideRecords(run, episodes), observe });
}

/** `passing` is the scope in which records are offered and groups are figured; notes are nobody's passing. */
function interpretFrom(plans: readonly RulePlan[], run: Run, passing: Scope): Evaluation {
  const { episodes } = passing;
  const outside = outsideRecords(run, episodes);
  const takings: Taking[] = [];
  const accounts: RecordAccount[] = [];
  const notes: Note[] = [];

  for (const [record, id] of episodes.ids.entries()) {
    const taking = whoTakes(record, plans, passing);
    const stopped = stopOf(id, taking, passing);
    if (stopped !== undefined) return stopped;
    takings.push(taking);
    accounts.push(accountFor(id, taking));
    notes.push(...notesOn(id, taking, outside));
  }

  const outcomes = plans.filter((plan) => !isStatistic(plan)).flatMap((plan) => outcomesOf(plan, takings, passing));
  return {
    kind: "completed",
    lines: outcomes.flatMap(({ line }) => (line === undefined ? [] : [line])),
    groups: outcomes.map(({ group }) => group),
    figures: plans.filter(isStatistic).flatMap((plan) => statisticOf(plan, takings, passing)),
    ...totalAccount(accounts, run),
    notes,
  };
}

/** Where nothing is looked at yet: no record, no day, no group. */
export function outsideRecords(run: Run, episodes: Columns): Scope {
  return { run, episodes, document: run.program.main, own: null, record: null, day: null, group: null };
}

/** The first need that a record meets stops the run. */
function stopOf(record: string, { charging, statistics }: Taking, outside: Scope): Stopped | undefined {
  for (const { plan, verdicts, need: ofSpan } of [...charging, ...statistics]) {
    const need = ofSpan ?? needOfVerdicts(plan, verdicts, outside);
    if (need !== undefined) return { kind: "stopped", ...need, record };
  }
  return undefined;
}

function needOfVerdicts({ rule }: RulePlan, verdicts: Answer["verdicts"], outside: Scope): Need | undefined {
  for (const { member, standing } of verdicts) {
    if (standing.kind !== "counts") continue;
    const need = firstNeed(writtenIn(rule), withKeysAlone(rule, member, { ...outside, document: rule.document }));
    if (need !== undefined) return need;
  }
  return undefined;
}

function notesOn(id: string, { charging }: Taking, outside: Scope): Note[] {
  const terms = charging
    .flatMap(({ verdicts }) => verdicts)
    .filter(({ taken }) => taken)
    .flatMap(({ rule, member }) =>
      backwardSpans(rule, withKeysAlone(rule, member, { ...outside, document: rule.document })),
    );
  return [...new Set(terms)].sort(byCodePoint).map((term) => noteOn(id, term));
}

function outcomesOf(plan: RulePlan, takings: readonly Taking[], outside: Scope): Outcome[] {
  const scope = { ...outside, document: plan.rule.document };
  const answers = takings.flatMap(({ charging }) => charging.filter((answer) => answer.plan === plan));
  const groups = gather(plan, answers, scope);
  return figure(groups, scope)
    .map((figured) => outcomeOf(figured, nameGroup(figured, groups.groups)))
    .sort((a, b) => byKeys(a.group, b.group));
}

function statisticOf(plan: RulePlan, takings: readonly Taking[], outside: Scope): Figures[] {
  const scope = { ...outside, document: plan.rule.document };
  const answers = takings.flatMap(({ statistics }) => statistics.filter((answer) => answer.plan === plan));
  const groups = gather(plan, answers, scope);
  return figure(groups, scope)
    .map((figured) => figuresOf(figured, nameGroup(figured, groups.groups)))
    .sort(byKeys);
}

/** Within one rule: by payer, period, part and episode, then by the other keys. */
function byKeys(a: Pick<InvoiceLine | Group, "keys">, b: Pick<InvoiceLine | Group, "keys">): number {
  const [left, right] = [sortTexts(a.keys), sortTexts(b.keys)];
  for (const [index, text] of left.entries()) {
    const order = byCodePoint(text, right[index] ?? "");
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function sortTexts({ payer, period, part, episode, others }: GroupKeys): string[] {
  return [payer.code, period, part?.from ?? "", episode ?? "", ...others.map(({ value }) => value)];
}
