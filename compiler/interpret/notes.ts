// Notes on records whose spans ran backwards and were therefore counted as nothing.
// Rule: a note for each term in which one of the rules that took the record reached such a span.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Note } from "@avtal/runtime/result";
import { momentsRanBackwards, ranBackwards } from "@avtal/runtime/spans";
import type { Rule } from "@avtal/compiler/ir/ir";
import { spanEnds, writtenIn } from "@avtal/compiler/ir/reads";
import { evaluate } from "./evaluate.ts";
import { reached, type Reached } from "./reached.ts";
import type { Scope } from "./scope.ts";

/** The names of the terms, or of the rule itself where the span stands in it; sorted, each once. */
export function backwardSpans(rule: Rule, scope: Scope): string[] {
  const names = [...reached([...spanEnds(rule), ...writtenIn(rule)], scope)]
    .filter(runsBackwards)
    .map(({ term }) => (term === null ? rule.name : scope.run.termOf(term).name));
  return [...new Set(names)].sort(byCodePoint);
}

export function noteOn(id: string, term: string): Note {
  return { id, says: "span-ran-backwards", term };
}

function runsBackwards({ expr, scope }: Reached): boolean {
  if (expr.kind !== "calendarDays" && expr.kind !== "weekdays" && expr.kind !== "begunDays") return false;
  const [from, to] = [evaluate(expr.from, scope), evaluate(expr.to, scope)];
  if (from.kind === "date" && to.kind === "date") return ranBackwards(from.day, to.day);
  if (from.kind !== "moment" || to.kind !== "moment") return false;
  return momentsRanBackwards(from.day, from.seconds, to.day, to.seconds);
}
