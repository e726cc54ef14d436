// A value computed from data over a stated scope, until a decision fixes it.
// Rule: each reading has its own formula; the fixed figure is one, that of the text that fixes it last.

import type { Document } from "../../resolve/document.ts";
import type { Expr, Measured } from "../ir.ts";
import { lowerExpression } from "./expressions.ts";
import type { Gathering } from "./gathering.ts";
import { codeName, idOf } from "./id.ts";
import { declaredOrFound, valueKindAt } from "./kinds.ts";
import { alternatives, lowerGuard } from "./readings.ts";
import { ofRecord } from "./standing.ts";

export function lowerMeasured(document: Document, name: string, gathered: Gathering): Measured {
  const texts = document.measured.get(name) ?? [];
  const [first] = texts;
  if (first === undefined) throw new Error(`${document.name} measures nothing called ${name}.`);
  const standing = ofRecord(document.name);
  const last = newestOf(texts);
  const fixing = last.flatMap(({ it }) => (it.fixed.kind === "fixed" ? [it.fixed.value] : []));
  const written = [...texts.map(({ it }) => it.formula), ...fixing];
  const { type, cites, code } = first.it;
  return {
    id: idOf(document.name, name),
    document: document.name,
    name,
    code: code?.text ?? codeName(name),
    kind: declaredOrFound(
      type,
      written.map((each) => valueKindAt(each, gathered.front)),
      gathered.front,
    ),
    formula: alternatives(
      last.map(({ guard, it }) => ({
        guard: lowerGuard(guard, gathered),
        it: lowerExpression(it.formula, standing, gathered),
      })),
    ),
    fixed: fixedOf(fixing.map((value) => lowerExpression(value, standing, gathered))),
    clause: gathered.clauses.indexOf(cites, document),
  };
}

/** The texts of the latest days; an amendment that fixes a figure fixes it for every day that needs it. */
function newestOf<T extends { readonly days: { readonly from: number | undefined } }>(
  texts: readonly T[],
): readonly T[] {
  const latest = Math.max(...texts.map(({ days }) => days.from ?? Number.NEGATIVE_INFINITY));
  return texts.filter(({ days }) => (days.from ?? Number.NEGATIVE_INFINITY) === latest);
}

function fixedOf(values: readonly Expr[]): Expr | null {
  return values[0] ?? null;
}
