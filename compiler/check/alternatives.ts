// Definitions that several readings give of one name: under every combination at most one of them stands.
// Rule: two questions may not both define the same name, because both may be answered at once.

import type { Days, Document, Guard } from "../resolve/document.ts";
import { shared } from "../resolve/timeline.ts";
import type { Name } from "../syntax/ast.ts";
import type { Checking } from "./checking.ts";
import { canMeet } from "./guards.ts";
import { definedTwiceInReadings } from "./problems/defined-twice-in-readings.ts";

export function checkAlternatives(document: Document, checking: Checking): void {
  const all: readonly Alternative[][] = [
    ...[...document.terms.values()].map((each) => each.map(({ it, ...when }) => ({ ...when, name: it.name }))),
    ...[...document.measured.values()].map((each) => each.map(({ it, ...when }) => ({ ...when, name: it.name }))),
    ...[...document.conditions.values()].map((each) => each.map((text) => ({ ...text, name: text.statement.name }))),
    ...rulesByName(document),
  ];
  for (const alternatives of all) checkOneOfEach(alternatives, checking);
}

interface Alternative {
  readonly name: Name;
  readonly days: Days;
  readonly guard: Guard | undefined;
}

function rulesByName(document: Document): Alternative[][] {
  const byName = new Map<string, Alternative[]>();
  for (const { name, statement, days, guard } of document.rules) {
    byName.set(name, [...(byName.get(name) ?? []), { name: statement.name, days, guard }]);
  }
  return [...byName.values()];
}

function checkOneOfEach(alternatives: readonly Alternative[], checking: Checking): void {
  for (const [index, second] of alternatives.entries()) {
    const first = alternatives
      .slice(0, index)
      .find((other) => canMeet(other.guard, second.guard) && shared(other.days, second.days) !== undefined);
    // Two texts without readings are a name given twice, which is said where names are.
    if (first === undefined || (first.guard === undefined && second.guard === undefined)) continue;
    checking.report(definedTwiceInReadings({ first, second }));
    return;
  }
}
