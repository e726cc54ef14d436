// The date that a rule follows, on which rows, rules and wordings are decided.

import { holds, type DecisionDay } from "@avtal/compiler/ir/in-force";
import type { Expr, Rule } from "@avtal/compiler/ir/ir";
import { evaluate } from "./evaluate.ts";
import type { Scope } from "./scope.ts";

/** The date that a rule follows for a record, and the expression that gave it. */
export interface Followed {
  readonly day: DecisionDay;
  readonly by: Expr | undefined;
}

/**
 * The first alternative whose guard holds on the date that it gives itself: which reading applies may depend on the day,
 * and the day on the reading.
 */
export function followed(rule: Rule, scope: Scope): Followed {
  for (const { guard, it } of rule.follows) {
    const date = evaluate(it, scope);
    const day = date.kind === "date" ? date.day : null;
    if (holds(guard, day, scope.run)) return { day, by: it };
  }
  return { day: null, by: undefined };
}
