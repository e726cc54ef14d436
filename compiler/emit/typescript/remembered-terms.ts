// Which terms are worth remembering for a record: those that cost something and that several places ask for.
// Rule: a term means the same whether it is remembered or not; only the time differs.

import { descendants } from "../../ir/children.ts";
import type { Expr, Id, Program } from "../../ir/ir.ts";
import { readByRule, readByTerm, readByValue } from "../../ir/parts.ts";

/** A term of fewer parts than this is sooner worked out than looked up. */
const worthwhile = 8;

export function rememberedTerms(program: Program): ReadonlySet<Id> {
  const asked = new Map<Id, number>();
  const outermost: readonly (readonly Expr[])[] = [
    ...program.rules.map(readByRule),
    ...program.terms.map(readByTerm),
    ...program.values.map(readByValue),
  ];
  for (const exprs of outermost) {
    for (const id of exprs.flatMap(termsIn)) asked.set(id, (asked.get(id) ?? 0) + 1);
  }
  const costs = new Map<Id, number>();
  for (const term of program.terms) {
    const cost = readByTerm(term).reduce((sum, expr) => sum + costOf(expr, costs), 0);
    costs.set(term.id, cost);
  }
  return new Set(
    program.terms.map(({ id }) => id).filter((id) => (asked.get(id) ?? 0) > 1 && (costs.get(id) ?? 0) >= worthwhile),
  );
}

function termsIn(expr: Expr): readonly Id[] {
  return [...descendants(expr)].flatMap((part) => (part.kind === "term" ? [part.term] : []));
}

function costOf(expr: Expr, costs: ReadonlyMap<Id, number>): number {
  let cost = 0;
  for (const part of descendants(expr)) cost += part.kind === "term" ? (costs.get(part.term) ?? 1) : 1;
  return cost;
}
