// The expressions that each thing of a program is made of, under every reading and on every day.
// Rule: the one list of where expressions stand in a program, for whoever asks what it reads.

import type { Expr, Key, Measured, Program, Rule, Term, TermBody, Value } from "./ir.ts";

export function readByTerm(term: Term): readonly Expr[] {
  return term.definitions.flatMap(({ by }) => by.flatMap(({ it }) => readByBody(it)));
}

export function readByBody(body: TermBody): readonly Expr[] {
  return body.kind === "expression" ? [body.value] : body.lines.map(({ condition }) => condition);
}

export function readByValue(value: Value): readonly Expr[] {
  const cells = value.rows.flatMap((row) => row.cells.flatMap((cell) => (cell.value === null ? [] : [cell.value])));
  return [...value.dependsOn, ...cells];
}

export function readByMeasured(measured: Measured): readonly Expr[] {
  const formulas = measured.formula.map(({ it }) => it);
  return measured.fixed === null ? formulas : [...formulas, measured.fixed];
}

/** What a rule finds out record by record: validity, scope, conditions, dates, keys. */
export function readOfRecords(rule: Rule): readonly Expr[] {
  const { grain } = rule;
  return [
    ...rule.inForce.map(({ it }) => it),
    ...(grain.kind === "day" ? [grain.from, grain.to] : []),
    ...rule.scope.map(({ it }) => it),
    ...rule.requires.map(({ condition }) => condition),
    ...rule.follows.map(({ it }) => it),
    ...keysOf(rule).map(({ value }) => value),
  ];
}

/** What a rule finds out of a group: steps, payer, `när`. */
export function readOfGroups(rule: Rule): readonly Expr[] {
  const quantities = rule.quantity.flatMap(({ it }) =>
    it.unitPrice === null ? [it.quantity] : [it.quantity, it.unitPrice],
  );
  return [
    ...[...rule.payer, ...rule.payee, ...rule.invoicer].map(({ it }) => it),
    ...rule.steps.map(({ value }) => value),
    ...rule.chargedWhen.map(({ it }) => it),
    ...quantities,
  ];
}

export function readByRule(rule: Rule): readonly Expr[] {
  return [...readOfRecords(rule), ...readOfGroups(rule)];
}

/** Every outermost expression of a program. */
export function readByProgram(program: Program): readonly Expr[] {
  return [
    ...program.documents.flatMap(({ inForce, mayCharge }) => (mayCharge === null ? [inForce] : [inForce, mayCharge])),
    ...program.values.flatMap(readByValue),
    ...program.measured.flatMap(readByMeasured),
    ...program.terms.flatMap(readByTerm),
    ...program.rules.flatMap(readByRule),
  ];
}

function keysOf(rule: Rule): readonly Key[] {
  return rule.keys.flatMap(({ it }) => it);
}
