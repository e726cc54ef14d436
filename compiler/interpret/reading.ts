// Reads what a document has given a name: dated values, measured values and terms, as they are on the decision day.

import { and } from "@avtal/runtime/kleene";
import { YES } from "@avtal/runtime/columns";
import { definitionOn, holds, rowOn, suppliedOn } from "@avtal/compiler/ir/in-force";
import type { Expr, Id, Requirement, Value as DatedValue, ValueRow } from "@avtal/compiler/ir/ir";
import { evaluate, truthIn } from "./evaluate.ts";
import type { Scope } from "./scope.ts";
import { absentAmong, conditionOf, missing, quantityOf, unknown, type Value } from "./values.ts";

/** A `begrepp`, or a `villkor`: yes where each of its lines is. */
export function termValue(id: Id, scope: Scope): Value {
  const term = scope.run.termOf(id);
  const definition = definitionOn(term, scope.own, scope.run);
  if (definition === undefined) return missing;
  const inside = { ...scope, document: term.document };
  const { body } = definition;
  if (body.kind === "expression") return evaluate(body.value, inside);
  return conditionOf(
    linesInForce(body.lines, scope)
      .map((line) => truthIn(line.condition, inside))
      .reduce(and, YES),
  );
}

/** The lines that stand under the chosen readings. */
export function linesInForce(lines: readonly Requirement[], scope: Scope): readonly Requirement[] {
  return lines.filter((line) => holds(line.guard, scope.own, scope.run));
}

export function valueRead(id: Id, scope: Scope): Value {
  const value = scope.run.valueOf(id);
  const row = rowOn(value, scope.own, scope.run);
  if (row === undefined) return scope.own === null ? unknown : missing;
  if (row.kind === "supplied") return quantityOf(row.exact);
  const cell = cellOf(value, row.row, scope);
  if (cell.kind !== "cell") return cell.kind === "none" ? missing : cell;
  scope.observe?.({ kind: "read", value: id, cell: cell.cell });
  return cell.value === null ? missing : evaluate(cell.value, { ...scope, document: value.document });
}

/** The cell that the choices of `beror på` pick; `value` null is `saknas`. */
export type PickedCell =
  | { readonly kind: "cell"; readonly value: Expr | null; readonly cell: ValueRow["cells"][number] }
  | { readonly kind: "none" }
  | (Value & { readonly kind: "missing" | "unknown" });

export function cellOf(value: DatedValue, row: ValueRow, scope: Scope): PickedCell {
  const keys = value.dependsOn.map((choice) => evaluate(choice, scope));
  const absent = absentAmong(keys);
  if (absent !== undefined) return absent;
  const codes = keys.map(codeOf);
  const cell = row.cells.find((each) => each.keys.every((key, index) => key === null || key === codes[index]));
  return cell === undefined ? { kind: "none" } : { kind: "cell", value: cell.value, cell };
}

/** What was supplied, else what a decision fixed; missing while it is neither. */
export function measuredValue(id: Id, scope: Scope): Value {
  const measured = scope.run.measuredOf(id);
  const supplied = suppliedOn(id, measured.document, scope.own, scope.run);
  if (supplied !== undefined) return quantityOf(supplied.exact);
  return measured.fixed === null ? missing : evaluate(measured.fixed, { ...scope, document: measured.document });
}

function codeOf(value: Value): string {
  switch (value.kind) {
    case "choice":
    case "payer":
      return value.code;
    case "text":
      return value.text;
    default:
      throw new Error(`A value depends on a ${value.kind}.`);
  }
}
