// What stands under some readings only: guards, and the alternatives of one place.
// Rule: guarded alternatives stand before the one that always holds; nothing is chosen here.

import type { Guard as Written } from "../../resolve/document.ts";
import type { Alternatives, Expr, Guard, Id } from "../ir.ts";
import type { Gathering } from "./gathering.ts";

/** The guard of the IR; asking for it puts the question into the program. */
export function lowerGuard(guard: Written | undefined, gathered: Gathering): Guard | null {
  if (guard === undefined) return null;
  return { question: gathered.questions.need(guard.document, guard.question), readings: guard.readings };
}

/** Alternatives in the order in which they are tried. */
export function alternatives<T>(found: readonly { readonly guard: Guard | null; readonly it: T }[]): Alternatives<T> {
  return [...found.filter(({ guard }) => guard !== null), ...found.filter(({ guard }) => guard === null)];
}

/** True where something always stands, or stands under every reading of one question. */
export function coverEverything(guards: readonly (Guard | null)[], gathered: Gathering): boolean {
  const byQuestion = new Map<Id, Set<string>>();
  for (const guard of guards) {
    if (guard === null) return true;
    const readings = byQuestion.get(guard.question) ?? new Set<string>();
    for (const reading of guard.readings) readings.add(reading);
    byQuestion.set(guard.question, readings);
  }
  return [...byQuestion].some(([question, covered]) =>
    gathered.questions.get(question).readings.every(({ name }) => covered.has(name)),
  );
}

/** One expression for all alternatives, or null where nothing stands there at all. */
export function asOne(by: Alternatives<Expr>): Expr | null {
  const [first] = by;
  if (first === undefined) return null;
  return first.guard === null ? first.it : { kind: "choose", by };
}
