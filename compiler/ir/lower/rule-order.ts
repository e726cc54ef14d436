// Who stands before whom: exceptions closed transitively, and the order in which records are offered to rules.
// Rule: an exception comes before everything it stands before; otherwise the written order is kept.

import type { Guard, Id, Rule } from "../ir.ts";

/** Each rule with everything it stands before, also by way of others. */
export function closedRelations(rules: readonly Rule[]): readonly Rule[] {
  const before = reach(rules);
  return rules.map((rule) => {
    const reached = before.get(rule.id) ?? new Set<Id>();
    return { ...rule, insteadOf: rules.map(({ id }) => id).filter((id) => reached.has(id) && id !== rule.id) };
  });
}

/** True where some rule stands before itself: readings that place two rules both ways were taken together. */
export function contradictsItself(rules: readonly Rule[]): boolean {
  return [...reach(rules)].some(([id, reached]) => reached.has(id));
}

function reach(rules: readonly Rule[]): ReadonlyMap<Id, ReadonlySet<Id>> {
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return new Map(
    rules.map((rule) => {
      const reached = new Set<Id>();
      const visit = ({ insteadOf, guards }: Rule): void => {
        for (const id of insteadOf) {
          const next = byId.get(id);
          if (next === undefined || reached.has(id) || !canStandTogether(guards, next.guards)) continue;
          reached.add(id);
          visit(next);
        }
      };
      visit(rule);
      return [rule.id, reached];
    }),
  );
}

/** False where a question would need two readings at once. */
export function canStandTogether(a: readonly Guard[], b: readonly Guard[]): boolean {
  return a.every((guard) =>
    b.every(
      ({ question, readings }) => question !== guard.question || readings.some((each) => guard.readings.includes(each)),
    ),
  );
}

export function inQueueOrder(rules: readonly Rule[]): readonly Rule[] {
  const placed = new Map<Id, Rule>();
  const place = (rule: Rule): void => {
    if (placed.has(rule.id)) return;
    for (const exception of rules) {
      if (exception.insteadOf.includes(rule.id) && !rule.insteadOf.includes(exception.id)) place(exception);
    }
    placed.set(rule.id, rule);
  };
  for (const rule of rules) place(rule);
  return [...placed.values()];
}
