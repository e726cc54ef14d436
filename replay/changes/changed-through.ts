// A program as it would be had its main document not been changed after a day: each record follows its own date, but
// nothing that begins later. Rule: a later record is decided as that day decides, an earlier one as before.

import { mapChildren } from "@avtal/compiler/ir/children";
import { withoutDecided } from "@avtal/compiler/ir/fold";
import type { Expr, Program, Rule, Value } from "@avtal/compiler/ir/ir";
import { runOf, type Run } from "@avtal/compiler/ir/run";
import { standing } from "./as-worded.ts";
import { withObjects } from "./json-walk.ts";
import type { Side } from "./side.ts";

export function changedThrough({ program, readings, events, values }: Side, day: number): Program {
  const { main } = program;
  const run = runOf(program, { wording: null, readings, events, values });
  const own = <T extends { readonly document: string }>(things: readonly T[], change: (thing: T) => T): readonly T[] =>
    things.map((thing) => (thing.document === main ? change(thing) : thing));
  const begun = ({ from }: { readonly from: number | null }): boolean => from === null || from <= day;
  return {
    ...program,
    documents: program.documents.map((document) =>
      document.name !== main
        ? document
        : {
            ...document,
            inForce: noLater(document.inForce, day, run),
            mayCharge: document.mayCharge === null ? null : noLater(document.mayCharge, day, run),
          },
    ),
    questions: own(program.questions, (question) => ({ ...question, chosen: question.chosen.filter(begun) })),
    values: own(program.values, (value) => valueThrough(value, day)),
    measured: own(program.measured, (measured) => noLaterIn(measured, day)),
    terms: own(program.terms, (term) => noLaterIn({ ...term, definitions: term.definitions.filter(begun) }, day)),
    rules: standing(own(program.rules, (rule) => ruleThrough(rule, day, run))),
    wordings: program.wordings.filter((wording) => wording.day <= day),
  };
}

function valueThrough(value: Value, day: number): Value {
  const rows = value.rows.filter(({ from }) => from === null || from <= day);
  const until = value.until !== null && value.until > day ? null : value.until;
  return noLaterIn({ ...value, rows, until }, day);
}

function ruleThrough(rule: Rule, day: number, run: Run): Rule {
  const inForce = rule.inForce.map(({ guard, it }) => ({ guard, it: noLater(it, day, run) }));
  return { ...noLaterIn({ ...rule, inForce: [] }, day), inForce };
}

/** A condition over the decision date, asked of that date or of `day`, whichever comes first. */
function noLater(expr: Expr, day: number, { events }: Run): Expr {
  const folded = (part: Expr): Expr => withoutDecided(mapChildren(part, folded), events);
  const changed = (part: Expr): Expr => withoutDecided(comparedNoLater(part, day, changed), events);
  return changed(folded(expr));
}

function comparedNoLater(expr: Expr, day: number, changed: (part: Expr) => Expr): Expr {
  if (expr.kind === "decisionDate") {
    return { kind: "least", of: [{ kind: "decisionDate" }, { kind: "date", day }] };
  }
  if (expr.kind !== "compare" || expr.left.kind !== "decisionDate" || expr.right.kind !== "date") {
    return mapChildren(expr, changed);
  }
  const { operator, right } = expr;
  switch (operator) {
    case ">=":
      return right.day > day ? { kind: "truth", holds: "no" } : expr;
    case ">":
      return right.day >= day ? { kind: "truth", holds: "no" } : expr;
    case "<":
      return right.day > day ? { kind: "truth", holds: "yes" } : expr;
    case "<=":
      return right.day >= day ? { kind: "truth", holds: "yes" } : expr;
    case "=":
    case "!=":
      return mapChildren(expr, changed);
  }
}

function noLaterIn<T>(thing: T, day: number): T {
  return withObjects(thing, (part) =>
    "kind" in part && part.kind === "decisionDate"
      ? { kind: "least", of: [{ kind: "decisionDate" }, { kind: "date", day }] }
      : undefined,
  );
}
