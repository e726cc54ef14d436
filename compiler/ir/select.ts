// The same program with what a run decides beside the text worked in: readings, events and the wording's choices.
// Rule: what a run gives stays the same, except that a settled question is no longer listed as one that a line reads.
// A question whose choice changes over the records' own days stays open.

import type { RunOptions } from "@avtal/runtime/result";
import { mapChildren } from "./children.ts";
import { readingOn } from "./in-force.ts";
import type {
  Alternatives,
  Expr,
  Guard,
  Id,
  Key,
  Measured,
  Program,
  Question,
  Requirement,
  Rule,
  RuleStep,
  Term,
  TermBody,
  Value,
} from "./ir.ts";
import { runOf } from "./run.ts";
import { withoutDecided } from "./fold.ts";

export type Selection = Pick<RunOptions, "wording" | "readings" | "events">;

export function select(program: Program, selection: Selection): Program {
  const run = runOf(program, { ...selection, values: [] });
  const settled = new Map<Id, string>();
  for (const { id, chosen, document } of program.questions) {
    const sameAlways = chosen.length === 1 || (run.wording !== null && document === program.main);
    if (run.readings.has(id) || sameAlways) settled.set(id, readingOn(id, null, run));
  }
  const change: Change = {
    stands: (guard) => standing(guard, settled),
    expr: (expr) => selected(expr, change),
    events: run.events,
  };
  const rules = program.rules.filter(({ guards }) => guards.every((guard) => change.stands(guard) !== "never"));
  return {
    ...program,
    documents: program.documents.map((document) => ({
      ...document,
      inForce: change.expr(document.inForce),
      mayCharge: document.mayCharge === null ? null : change.expr(document.mayCharge),
    })),
    events: program.events.map((event) => ({ ...event, state: run.events.get(event.id) ?? event.state })),
    questions: program.questions.map((question) => withChoice(question, settled.get(question.id))),
    values: program.values.map((value) => selectedValue(value, change)),
    measured: program.measured.map((measured) => selectedMeasured(measured, change)),
    terms: program.terms.map((term) => selectedTerm(term, change)),
    rules: withTheirTargets(rules).map((rule) => selectedRule(rule, change)),
  };
}

export interface Change {
  readonly stands: (guard: Guard | null) => "always" | "never" | "depends";
  readonly expr: (expr: Expr) => Expr;
  readonly events: ReadonlyMap<Id, Program["events"][number]["state"]>;
}

function standing(guard: Guard | null, settled: ReadonlyMap<Id, string>): "always" | "never" | "depends" {
  if (guard === null) return "always";
  const reading = settled.get(guard.question);
  if (reading === undefined) return "depends";
  return guard.readings.includes(reading) ? "always" : "never";
}

function withChoice(question: Question, reading: string | undefined): Question {
  if (reading === undefined) return question;
  const said = question.chosen.find((choice) => choice.reading === reading);
  return {
    ...question,
    chosen: [{ from: null, reading, preliminary: said?.preliminary ?? true, reason: said?.reason ?? "" }],
  };
}

/** An `utöver` rule is offered only what the rules that it names have taken: without them it has no records. */
function withTheirTargets(rules: readonly Rule[]): readonly Rule[] {
  const ids = new Set(rules.map(({ id }) => id));
  return rules
    .filter(({ onTopOf }) => onTopOf.length === 0 || onTopOf.some((id) => ids.has(id)))
    .map((rule) => ({
      ...rule,
      insteadOf: rule.insteadOf.filter((id) => ids.has(id)),
      onTopOf: rule.onTopOf.filter((id) => ids.has(id)),
    }));
}

/** What never stands falls away; what stands before all that always stands keeps its guard. */
function alternatives<T>(by: Alternatives<T>, change: Change, selectIt: (it: T) => T): Alternatives<T> {
  const kept: { guard: Guard | null; it: T }[] = [];
  for (const { guard, it } of by) {
    const stands = change.stands(guard);
    if (stands === "never") continue;
    kept.push({ guard: stands === "always" ? null : guard, it: selectIt(it) });
    if (stands === "always") break;
  }
  return kept;
}

function selected(expr: Expr, change: Change): Expr {
  if (expr.kind !== "choose") return withoutDecided(mapChildren(expr, change.expr), change.events);
  const by = alternatives(expr.by, change, change.expr);
  const [first] = by;
  return first?.guard === null ? first.it : { kind: "choose", by };
}

/** Lines that stand under no settled reading are left out; the others keep only an open guard. */
function guarded<T extends { readonly guard: Guard | null }>(lines: readonly T[], change: Change): readonly T[] {
  return lines.flatMap((line) => {
    const stands = change.stands(line.guard);
    return stands === "never" ? [] : [{ ...line, guard: stands === "always" ? null : line.guard }];
  });
}

function selectedValue(value: Value, change: Change): Value {
  const rows = guarded(value.rows, change).map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({ ...cell, value: cell.value === null ? null : change.expr(cell.value) })),
  }));
  return { ...value, dependsOn: value.dependsOn.map(change.expr), rows };
}

function selectedMeasured(measured: Measured, change: Change): Measured {
  const formula = alternatives(measured.formula, change, change.expr);
  return { ...measured, formula, fixed: measured.fixed === null ? null : change.expr(measured.fixed) };
}

function selectedTerm(term: Term, change: Change): Term {
  const body = (it: TermBody): TermBody =>
    it.kind === "expression"
      ? { ...it, value: change.expr(it.value) }
      : { ...it, lines: requirements(it.lines, change) };
  return {
    ...term,
    definitions: term.definitions.map(({ from, by }) => ({ from, by: alternatives(by, change, body) })),
  };
}

function requirements(lines: readonly Requirement[], change: Change): readonly Requirement[] {
  return guarded(lines, change).map((line) => ({ ...line, condition: change.expr(line.condition) }));
}

function selectedRule(rule: Rule, change: Change): Rule {
  const slot = (by: Alternatives<Expr>): Alternatives<Expr> => alternatives(by, change, change.expr);
  const { grain } = rule;
  return {
    ...rule,
    guards: rule.guards.filter((guard) => change.stands(guard) !== "always"),
    inForce: slot(rule.inForce),
    grain: grain.kind === "episode" ? grain : { ...grain, from: change.expr(grain.from), to: change.expr(grain.to) },
    scope: slot(rule.scope),
    requires: requirements(rule.requires, change),
    follows: slot(rule.follows),
    keys: alternatives(rule.keys, change, (keys) => keys.map((key) => selectedKey(key, change))),
    payer: slot(rule.payer),
    payee: slot(rule.payee),
    invoicer: slot(rule.invoicer),
    steps: guarded(rule.steps, change).map((step): RuleStep => ({ ...step, value: change.expr(step.value) })),
    chargedWhen: slot(rule.chargedWhen),
    quantity: alternatives(rule.quantity, change, ({ quantity, unit, unitPrice }) => ({
      quantity: change.expr(quantity),
      unit,
      unitPrice: unitPrice === null ? null : change.expr(unitPrice),
    })),
  };
}

function selectedKey(key: Key, change: Change): Key {
  return { ...key, value: change.expr(key.value) };
}
