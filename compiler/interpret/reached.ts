// Every expression that is worked out for one record when a rule is applied to it, through terms, values and readings.
// Rule: all parts of an expression are reached, whatever the others give; only an `om` whose condition the record itself
// decides keeps out the other branch, and a `där` that is no keeps out what is averaged or summed.

import { NO, YES } from "@avtal/runtime/columns";
import { children } from "@avtal/compiler/ir/children";
import { definitionOn, pick, rowOn } from "@avtal/compiler/ir/in-force";
import type { Expr, Id } from "@avtal/compiler/ir/ir";
import type { Written } from "@avtal/compiler/ir/reads";
import { evaluate, truthIn } from "./evaluate.ts";
import { cellOf, linesInForce } from "./reading.ts";
import type { Scope } from "./scope.ts";

export interface Reached {
  readonly expr: Expr;
  /** With the day of an enclosing `vid`. */
  readonly scope: Scope;
  /** The innermost term around it; null directly in a rule. */
  readonly term: Id | null;
}

/** In the order in which things are written; a name stands before what it means. */
export function* reached(parts: readonly Written[], scope: Scope): Generator<Reached> {
  for (const part of parts) {
    for (const expr of pick(part, scope.own, scope.run) ?? []) yield* from(expr, scope, null);
  }
}

function* from(expr: Expr, scope: Scope, term: Id | null): Generator<Reached> {
  switch (expr.kind) {
    case "term":
    case "value": {
      const there = yield* dayOf(expr.at, scope, term);
      if (there === undefined) return;
      yield { expr, scope: there, term };
      yield* expr.kind === "term" ? insideTerm(expr.term, there) : insideValue(expr.value, there, term);
      return;
    }
    case "measured": {
      yield { expr, scope, term };
      const { fixed, document } = scope.run.measuredOf(expr.measured);
      if (fixed !== null) yield* from(fixed, { ...scope, document }, term);
      return;
    }
    case "choose": {
      const picked = pick(expr.by, scope.own, scope.run);
      if (picked !== undefined) yield* from(picked, scope, term);
      return;
    }
    default:
      yield { expr, scope, term };
      for (const child of workedOut(expr, scope)) yield* from(child, scope, term);
  }
}

/** The parts of an expression that are worked out for this record. */
function workedOut(expr: Expr, scope: Scope): readonly Expr[] {
  switch (expr.kind) {
    case "if": {
      const condition = isOfGroup(expr.condition) ? null : truthIn(expr.condition, scope);
      const branches =
        condition === YES ? [expr.then] : condition === NO ? [expr.otherwise] : [expr.then, expr.otherwise];
      return [expr.condition, ...branches];
    }
    case "aggregate": {
      const isOut = expr.where !== null && truthIn(expr.where, scope) === NO;
      return children(isOut ? { ...expr, of: null } : expr);
    }
    default:
      return children(expr);
  }
}

/** True where only the whole group can tell. */
function isOfGroup(expr: Expr): boolean {
  if (expr.kind === "step" || expr.kind === "aggregate" || expr.kind === "inARow") return true;
  return children(expr).some(isOfGroup);
}

function* insideTerm(id: Id, scope: Scope): Generator<Reached> {
  const term = scope.run.termOf(id);
  const body = definitionOn(term, scope.own, scope.run)?.body;
  const inside = { ...scope, document: term.document };
  if (body === undefined) return;
  const exprs =
    body.kind === "expression" ? [body.value] : linesInForce(body.lines, scope).map((line) => line.condition);
  for (const expr of exprs) yield* from(expr, inside, id);
}

function* insideValue(id: Id, scope: Scope, term: Id | null): Generator<Reached> {
  const value = scope.run.valueOf(id);
  for (const choice of value.dependsOn) yield* from(choice, scope, term);
  const row = rowOn(value, scope.own, scope.run);
  if (row?.kind !== "written") return;
  const cell = cellOf(value, row.row, scope);
  if (cell.kind === "cell" && cell.value !== null) {
    yield* from(cell.value, { ...scope, document: value.document }, term);
  }
}

/** The scope of `X vid D`, after what D itself reaches; undefined where D is absent, so that X is not read. */
function* dayOf(at: Expr | null, scope: Scope, term: Id | null): Generator<Reached, Scope | undefined> {
  if (at === null) return scope;
  yield* from(at, scope, term);
  const date = evaluate(at, scope);
  return date.kind === "date" ? { ...scope, own: date.day } : undefined;
}
