// Whether a record that counts in a rule needs a value that nobody knows: a row that is `saknas`, or a measured value
// that is neither fixed nor supplied. Such a need stops the run (docs/meaning.md, section 5).
// Rule: everything that is reached is needed, also where the group would come to no line.

import { dateText } from "@avtal/runtime/calendar";
import type { Stopped } from "@avtal/runtime/result";
import { decisionDay, rowOn, suppliedOn } from "@avtal/compiler/ir/in-force";
import type { Id } from "@avtal/compiler/ir/ir";
import type { Written } from "@avtal/compiler/ir/reads";
import { reached } from "./reached.ts";
import { cellOf } from "./reading.ts";
import type { Scope } from "./scope.ts";

export interface Need {
  readonly reason: Stopped["reason"];
  readonly value: string;
  readonly document: string;
  /** First day of the row that is `saknas`; null for a measured value. */
  readonly from: string | null;
  /** The day on which it was looked for. */
  readonly on: string;
}

/** The first need of a record in the order in which the parts are written; `scope` knows the keys of its group. */
export function firstNeed(parts: readonly Written[], scope: Scope): Need | undefined {
  for (const { expr, scope: there } of reached(parts, scope)) {
    if (expr.kind === "value") {
      const need = needOfValue(expr.value, there);
      if (need !== undefined) return need;
    }
    if (expr.kind === "measured") {
      const need = needOfMeasured(expr.measured, there);
      if (need !== undefined) return need;
    }
  }
  return undefined;
}

function needOfValue(id: Id, scope: Scope): Need | undefined {
  const value = scope.run.valueOf(id);
  const row = rowOn(value, scope.own, scope.run);
  if (row?.kind !== "written") return undefined;
  const cell = cellOf(value, row.row, scope);
  if (cell.kind !== "cell" || cell.value !== null) return undefined;
  scope.observe?.({ kind: "read", value: id, cell: cell.cell });
  const { name, document } = value;
  return {
    reason: "missing-row",
    value: name,
    document,
    from: dayText(row.row.from),
    on: lookedForOn(document, scope),
  };
}

function needOfMeasured(id: Id, scope: Scope): Need | undefined {
  const { name, document, fixed } = scope.run.measuredOf(id);
  if (fixed !== null || suppliedOn(id, document, scope.own, scope.run) !== undefined) return undefined;
  return { reason: "not-fixed", value: name, document, from: null, on: lookedForOn(document, scope) };
}

function lookedForOn(document: string, { own, run }: Scope): string {
  return dayText(decisionDay(document, own, run)) ?? "";
}

function dayText(day: number | null): string | null {
  return day === null ? null : dateText(day);
}
