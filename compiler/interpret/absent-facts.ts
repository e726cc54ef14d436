// Which facts an expression lacked: the code names that an undecided record is reported with.
// Rule: every absent field that is read under the chosen readings, whichever branch would have needed it.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import { children } from "@avtal/compiler/ir/children";
import { definitionOn, pick, rowOn } from "@avtal/compiler/ir/in-force";
import type { Expr, Id, Requirement } from "@avtal/compiler/ir/ir";
import { evaluate, truthIn } from "./evaluate.ts";
import { cellOf, linesInForce, measuredValue } from "./reading.ts";
import type { Scope } from "./scope.ts";
import { isAbsent } from "./values.ts";
import { NOT_KNOWN } from "@avtal/runtime/columns";

/** Sorted by code point, each once. */
export function absentFacts(exprs: readonly Expr[], scope: Scope): string[] {
  const names = exprs.flatMap((expr) => factsOf(expr, scope));
  return [...new Set(names)].sort(byCodePoint);
}

/** The facts that the unknown ones among some lines lacked. */
export function factsOfUnknownLines(lines: readonly Requirement[], scope: Scope): string[] {
  const names = linesInForce(lines, scope).flatMap((line) => factsOfUnknownLine(line, scope));
  return [...new Set(names)].sort(byCodePoint);
}

/** A line that asks for a `villkor` lacks what the unknown lines of that condition lack. */
function factsOfUnknownLine({ condition }: Requirement, scope: Scope): string[] {
  if (truthIn(condition, scope) !== NOT_KNOWN) return [];
  if (condition.kind === "term" && condition.at === null) {
    const term = scope.run.termOf(condition.term);
    const body = definitionOn(term, scope.own, scope.run)?.body;
    if (body?.kind === "condition") return factsOfUnknownLines(body.lines, { ...scope, document: term.document });
  }
  return factsOf(condition, scope);
}

function factsOf(expr: Expr, scope: Scope): string[] {
  switch (expr.kind) {
    case "field": {
      const value = evaluate(expr, scope);
      return isAbsent(value) ? [scope.run.fieldOf(expr.field).code] : [];
    }
    case "term":
      return onDayOf(expr.at, scope, (there) => factsOfTerm(expr.term, there));
    case "value":
      return onDayOf(expr.at, scope, (there) => factsOfValue(expr.value, there));
    case "measured": {
      const { code, fixed } = scope.run.measuredOf(expr.measured);
      if (isAbsent(measuredValue(expr.measured, scope))) return [code];
      return fixed === null ? [] : factsOf(fixed, scope);
    }
    case "eventDate":
      return scope.run.events.get(expr.event)?.kind === "unknown" ? [nameIn(expr.event)] : [];
    case "choose": {
      const picked = pick(expr.by, scope.own, scope.run);
      return picked === undefined ? [] : factsOf(picked, scope);
    }
    case "aggregate":
      return [];
    default:
      return children(expr).flatMap((child) => factsOf(child, scope));
  }
}

function factsOfTerm(id: Id, scope: Scope): string[] {
  const term = scope.run.termOf(id);
  const body = definitionOn(term, scope.own, scope.run)?.body;
  const inside = { ...scope, document: term.document };
  if (body === undefined) return [term.code];
  if (body.kind === "expression") return factsOf(body.value, inside);
  return linesInForce(body.lines, scope).flatMap((line) => factsOf(line.condition, inside));
}

function factsOfValue(id: Id, scope: Scope): string[] {
  const value = scope.run.valueOf(id);
  const choices = value.dependsOn.flatMap((choice) => factsOf(choice, scope));
  const row = rowOn(value, scope.own, scope.run);
  if (row?.kind === "supplied") return [];
  if (row === undefined) return [value.code];
  const cell = cellOf(value, row.row, scope);
  if (cell.kind !== "cell") return choices;
  return cell.value === null ? [value.code] : [...choices, ...factsOf(cell.value, scope)];
}

/** What `X vid D` lacked: what D lacked, and what X lacked on D. */
function onDayOf(at: Expr | null, scope: Scope, facts: (there: Scope) => string[]): string[] {
  if (at === null) return facts(scope);
  const date = evaluate(at, scope);
  return [...factsOf(at, scope), ...(date.kind === "date" ? facts({ ...scope, own: date.day }) : [])];
}

function nameIn(id: Id): string {
  return id.slice(id.indexOf(".") + 1);
}
