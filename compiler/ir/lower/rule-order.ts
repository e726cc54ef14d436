// Who stands before whom: exceptions closed transitively, and the order in which records are offered to rules.
// Rule: an exception comes before everything it stands before; otherwise the written order is kept.

import type { Id, Rule } from "../ir.ts";

/** Each rule with everything it stands before, also by way of others. */
export function closedRelations(rules: readonly Rule[]): readonly Rule[] {
  const direct = new Map(rules.map(({ id, insteadOf }) => [id, insteadOf]));
  return rules.map((rule) => {
    const reached = new Set<Id>();
    const visit = (id: Id): void => {
      for (const next of direct.get(id) ?? []) {
        if (reached.has(next)) continue;
        reached.add(next);
        visit(next);
      }
    };
    visit(rule.id);
    return { ...rule, insteadOf: rules.map(({ id }) => id).filter((id) => reached.has(id) && id !== rule.id) };
  });
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
