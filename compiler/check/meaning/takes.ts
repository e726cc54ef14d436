// When a rule takes a record, or the day that is looked at: as a formula over what its scope and validity read.

import { YES } from "@avtal/runtime/columns";
import type { Expr, Program, Rule } from "../../ir/ir.ts";
import { namedKinds } from "../../ir/kind-of.ts";
import type { Formula } from "./formula.ts";
import { byReading, compared, operandOf, resolved, underGuard, unfold, type Standing } from "./unfold.ts";

const yes: Formula = { kind: "truth", holds: YES };

/** For a day rule: of the one day that all rules of the formula look at. */
export function takes(rule: Rule, program: Program, events: Standing["events"]): Formula {
  return byReading(rule.follows, (date) => takesOn(rule, standingOn(date, program, events)), { kind: "not", of: yes });
}

/** In force at all, whoever the record is about. */
export function inForce(rule: Rule, program: Program, events: Standing["events"]): Formula {
  return byReading(rule.follows, (date) => inForceOn(rule, standingOn(date, program, events)), {
    kind: "not",
    of: yes,
  });
}

function takesOn(rule: Rule, standing: Standing): Formula {
  const about = byReading(rule.scope, (scope) => unfold(scope, standing), yes);
  return { kind: "and", of: [inForceOn(rule, standing), about, ...onSpan(rule, standing)] };
}

function standingOn(date: Expr, program: Program, events: Standing["events"]): Standing {
  const standing: Standing = { program, kinds: namedKinds(program, null), decision: { kind: "theDay" }, events };
  return { ...standing, decision: resolved(date, standing) };
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
