// A rule with what is the same for every record of a run.

import type { Rule } from "@avtal/compiler/ir/ir";
import { changeDays, cutsOf, spanEnds } from "@avtal/compiler/ir/reads";
import type { Run } from "@avtal/compiler/ir/run";

export interface RulePlan {
  readonly rule: Rule;
  /** Days on which something that the rule reads is replaced, sorted. */
  readonly cuts: readonly number[];
  /** Days on which the ends of a day rule's span read something else, or something for the first time; sorted. */
  readonly endChanges: readonly number[];
}

/** In the order of the program: the order in which records are offered. */
export function planRules(run: Run): RulePlan[] {
  return run.program.rules.map((rule) => ({
    rule,
    cuts: cutsOf(rule, run),
    endChanges: changeDays(spanEnds(rule), run),
  }));
}
