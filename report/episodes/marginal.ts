// What a line would have been without one of its episodes: the marginal effect, which is not a price of that episode.
// Rule: the run's own rules count the line's records again without it. A line that its own records alone do not give,
// as when other months decide, has none.

import { descendants } from "@avtal/compiler/ir/children";
import type { Program } from "@avtal/compiler/ir/ir";
import { withRulesThatStand } from "@avtal/compiler/ir/rules-that-stand";
import { withoutStatistics } from "@avtal/compiler/ir/without-statistics";
import { evaluatorFor } from "@avtal/replay/evaluator";
import { pick } from "@avtal/replay/months";
import type { Columns } from "@avtal/runtime/columns";
import type { Completed, Ore, RunOptions } from "@avtal/runtime/result";
import { groupKey } from "./group-names.ts";
import type { Member } from "./members.ts";

export interface Counting {
  readonly program: Program;
  readonly options: RunOptions;
  readonly columns: Columns;
}

/** Counts records, so that the same report is made on a slow machine. */
export interface Budget {
  left: number;
}

/** `key`: as `groupKey` has it. */
export type AmountsWithout = (key: string, amount: Ore, members: readonly Member[]) => ReadonlyMap<string, Ore>;

/** Of each line: what it brings → the amount without one such episode. Empty where that is not known. */
export function amountsWithout({ program, options, columns }: Counting, budget: Budget): AmountsWithout {
  const evaluator = evaluatorFor(withRulesThatStand(withoutStatistics(program), options));
  const looksElsewhere = looksBeyondItsGroup(program);
  const amountFrom = (key: string, members: readonly Member[]): Ore | undefined => {
    budget.left -= members.length;
    const records = members.map(({ record }) => record);
    const result = evaluator.evaluate(pick(columns, records), options);
    return result.kind === "completed" ? amountOf(key, result) : undefined;
  };
  return (key, amount, members) => {
    const kinds = new Map(members.map((member) => [member.brings, member]));
    const without = new Map<string, Ore>();
    if (looksElsewhere || budget.left < (kinds.size + 1) * members.length) return without;
    if (amountFrom(key, members) !== amount) return without;
    for (const [brings, one] of kinds) {
      const left = amountFrom(
        key,
        members.filter(({ record }) => record !== one.record),
      );
      if (left !== undefined) without.set(brings, left);
    }
    return without;
  };
}

function amountOf(key: string, { lines }: Completed): Ore {
  return lines.filter((line) => groupKey(line) === key).reduce((sum, { amount }) => sum + amount, 0n) as Ore;
}

/** Months before decide, or every record of the data does. */
function looksBeyondItsGroup({ rules, values }: Program): boolean {
  const parts = rules
    .filter(({ purpose }) => purpose.kind === "charge")
    .flatMap(({ steps, chargedWhen }) => [...steps.map(({ value }) => value), ...chargedWhen.map(({ it }) => it)]);
  const rows = values.flatMap(({ rows: each }) =>
    each.flatMap(({ cells }) => cells.flatMap(({ value }) => value ?? [])),
  );
  return [...parts, ...rows]
    .flatMap(descendants)
    .some((part) => part.kind === "inARow" || (part.kind === "aggregate" && part.over.kind !== "group"));
}
