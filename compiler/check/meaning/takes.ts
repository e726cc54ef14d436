// When a rule takes a record, or the day that is looked at: as a formula over what its scope and validity read.
// Rule: each rule is unfolded once for a program, however many others it is held against.

import { YES } from "@avtal/runtime/columns";
import type { Expr, Id, Program, Rule } from "../../ir/ir.ts";
import { namedKinds } from "../../ir/kind-of.ts";
import type { Formula } from "./formula.ts";
import { byReading, compared, operandOf, resolved, underGuard, unfold, type Standing } from "./unfold.ts";

export interface Taking {
  /** Of a day rule: the one day that all rules of a formula look at. */
  readonly takes: (rule: Rule) => Formula;
  /** In force at all, whoever the record is about. */
  readonly inForce: (rule: Rule) => Formula;
}

export function takingIn(program: Program, events: Standing["events"]): Taking {
  const start: Standing = { program, kinds: namedKinds(program, null), decision: { kind: "theDay" }, events };
  const standingOn = (date: Expr): Standing => ({ ...start, decision: resolved(date, start) });
  return {
    takes: onceForEach((rule) => byReading(rule.follows, (date) => takesOn(rule, standingOn(date)), no)),
    inForce: onceForEach((rule) => byReading(rule.follows, (date) => inForceOn(rule, standingOn(date)), no)),
  };
}

const yes: Formula = { kind: "truth", holds: YES };
const no: Formula = { kind: "not", of: yes };

function onceForEach(make: (rule: Rule) => Formula): (rule: Rule) => Formula {
  const made = new Map<Id, Formula>();
  return (rule) => {
    const formula = made.get(rule.id) ?? make(rule);
    made.set(rule.id, formula);
    return formula;
  };
}

function takesOn(rule: Rule, standing: Standing): Formula {
  const about = byReading(rule.scope, (scope) => unfold(scope, standing), yes);
  return { kind: "and", of: [inForceOn(rule, standing), about, ...onSpan(rule, standing)] };
}

function inForceOn(rule: Rule, standing: Standing): Formula {
  const document = standing.program.documents.find(({ name }) => name === rule.document);
  const ofDocument = document === undefined ? yes : unfold(document.inForce, standing);
  const ofRule = byReading(rule.inForce, (condition) => unfold(condition, standing), yes);
  return { kind: "and", of: [...rule.guards.map(underGuard), ofDocument, ofRule] };
}

function onSpan({ grain }: Rule, standing: Standing): readonly Formula[] {
  if (grain.kind === "episode") return [];
  const end = (expr: Expr): ReturnType<typeof operandOf> => operandOf(resolved(expr, standing), standing);
  const theDay = operandOf({ kind: "theDay" }, standing);
  return [
    compared(grain.fromCounted ? "<=" : "<", end(grain.from), theDay),
    compared(grain.toCounted ? "<=" : "<", theDay, end(grain.to)),
  ];
}
