// Which facts an expression lacked: the code names that an undecided record is reported with.
// Rule: the causes alone (docs/meaning.md 3.12). What has a definite value is never a cause, and nor is what it reads.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import { NO, YES } from "@avtal/runtime/columns";
import { children } from "@avtal/compiler/ir/children";
import { definitionOn, pick, rowOn, suppliedOn } from "@avtal/compiler/ir/in-force";
import type { Expr, Id, Requirement } from "@avtal/compiler/ir/ir";
import { evaluate, truthIn } from "./evaluate.ts";
import { cellOf, linesInForce } from "./reading.ts";
import type { Scope } from "./scope.ts";
import { isAbsent } from "./values.ts";

/** Of those among some expressions that came out absent or unknown; sorted by code point, each once. */
export function absentFacts(exprs: readonly Expr[], scope: Scope): string[] {
  const names = exprs.flatMap((expr) => causesOf(expr, scope));
  return [...new Set(names)].sort(byCodePoint);
}

/** The facts that the unknown ones among some lines lacked. */
export function factsOfUnknownLines(lines: readonly Requirement[], scope: Scope): string[] {
  return absentFacts(
    linesInForce(lines, scope).map((line) => line.condition),
    scope,
  );
}

function causesOf(expr: Expr, scope: Scope): string[] {
  if (!isAbsent(evaluate(expr, scope))) return [];
  switch (expr.kind) {
    case "field":
      return [scope.run.fieldOf(expr.field).code];
    case "term":
      return onDayOf(expr.at, scope, (there) => causesOfTerm(expr.term, there));
    case "value":
      return onDayOf(expr.at, scope, (there) => causesOfValue(expr.value, there));
    case "measured":
      return causesOfMeasured(expr.measured, scope);
    case "eventDate":
      return [nameIn(expr.event)];
    case "choose": {
      const picked = pick(expr.by, scope.own, scope.run);
      return picked === undefined ? [] : causesOf(picked, scope);
    }
    case "if":
      return causesOf(decidingPart(expr, scope), scope);
    case "aggregate":
      return [];
    default:
      return children(expr).flatMap((child) => causesOf(child, scope));
  }
}

/** `A om C annars B`: C while nobody knows it, else the branch that it leads to. */
function decidingPart({ condition, then, otherwise }: Expr & { readonly kind: "if" }, scope: Scope): Expr {
  switch (truthIn(condition, scope)) {
    case YES:
      return then;
    case NO:
      return otherwise;
    default:
      return condition;
  }
}

/** Of a condition that is unknown no line is no, so that its unknown lines are the cause. */
function causesOfTerm(id: Id, scope: Scope): string[] {
  const term = scope.run.termOf(id);
  const body = definitionOn(term, scope.own, scope.run)?.body;
  const inside = { ...scope, document: term.document };
  if (body === undefined) return [term.code];
  return body.kind === "expression" ? causesOf(body.value, inside) : factsOfUnknownLines(body.lines, inside);
}

function causesOfValue(id: Id, scope: Scope): string[] {
  const value = scope.run.valueOf(id);
  const row = rowOn(value, scope.own, scope.run);
  if (row?.kind === "supplied") return [];
  if (row === undefined) return [value.code];
  const cell = cellOf(value, row.row, scope);
  if (cell.kind !== "cell") return value.dependsOn.flatMap((choice) => causesOf(choice, scope));
  return cell.value === null ? [value.code] : causesOf(cell.value, { ...scope, document: value.document });
}

function causesOfMeasured(id: Id, scope: Scope): string[] {
  const { code, document, fixed } = scope.run.measuredOf(id);
  if (suppliedOn(id, document, scope.own, scope.run) !== undefined) return [];
  return fixed === null ? [code] : causesOf(fixed, { ...scope, document });
}

/** What `X vid D` lacked: what D lacked, or what X lacked on D. */
function onDayOf(at: Expr | null, scope: Scope, causes: (there: Scope) => string[]): string[] {
  if (at === null) return causes(scope);
  const date = evaluate(at, scope);
  return date.kind === "date" ? causes({ ...scope, own: date.day }) : causesOf(at, scope);
}

function nameIn(id: Id): string {
  return id.slice(id.indexOf(".") + 1);
}
