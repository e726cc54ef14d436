// Gathers what counts into groups: by the keys of the rule, and by the part between two cuts.
// Rule: a group never mixes rows; what a rule took but what does not count is left out and counted.

import { evaluate } from "./evaluate.ts";
import { keysOf, keyValues, type Standing } from "./judge.ts";
import type { Key } from "@avtal/compiler/ir/ir";
import type { LeftOut } from "@avtal/runtime/result";
import type { RulePlan } from "./rule-plan.ts";
import { ofMember, type Member, type Scope } from "./scope.ts";
import { isAbsent, keyText, missing, type Value } from "./values.ts";
import type { Answer } from "./who-takes.ts";

/** Records that have the same keys and stand in the same part. */
export interface Gathered {
  readonly plan: RulePlan;
  readonly keys: readonly Key[];
  /** One for each key, none of them absent. */
  readonly values: readonly Value[];
  /** How many cuts lie at or before the decision days of its records. */
  readonly part: number;
  /** Those that count, in input order. */
  readonly members: readonly Member[];
  readonly leftOut: LeftOut;
}

/** All groups of one rule, with what its conditions over months in a row need to know. */
export interface RuleGroups {
  readonly plan: RulePlan;
  readonly groups: readonly Gathered[];
  /** Keys and months of records that the rule is undecided about. */
  readonly undecided: ReadonlySet<string>;
  /** The first month of all records that were offered to the rule; null where it has no months. */
  readonly firstMonth: number | null;
}

/** `answers` are those of one rule, record by record in input order. */
export function gather(plan: RulePlan, answers: readonly Answer[], scope: Scope): RuleGroups {
  const spots = answers
    .flatMap(({ verdicts }) => verdicts)
    .flatMap(({ member, standing, taken }) => {
      const spot = spotOf(plan, member, scope);
      return spot === undefined ? [] : [{ ...spot, member, standing, taken }];
    });
  const counting = spots.filter(({ standing }) => standing.kind === "counts");
  const groups = [...new Set(counting.map(({ text }) => text))].map((text): Gathered => {
    const here = spots.filter((spot) => spot.text === text);
    const [first] = here;
    if (first === undefined) throw new Error("A group without records.");
    const members = here.filter(({ standing }) => standing.kind === "counts").map(({ member }) => member);
    const { keys, values, part } = first;
    return { plan, keys, values, part, members, leftOut: leftOutOf(here.filter(({ taken }) => taken)) };
  });
  const undecided = spots.filter(({ standing }) => standing.kind === "undecided");
  return {
    plan,
    groups,
    undecided: new Set(undecided.map(({ keys, values }) => monthText(keys, values, 0))),
    firstMonth: firstMonthOf(plan, answers, scope),
  };
}

/** The month key of a group, by its place; −1 where it has none. */
export function monthKey(keys: readonly Key[]): number {
  return keys.findIndex((key) => key.role === "period" && key.kind.kind === "month");
}

/** The keys of a group with its month moved by a number of months: the same group in another month. */
export function monthText(keys: readonly Key[], values: readonly Value[], moved: number): string {
  const month = monthKey(keys);
  return textOf(
    keys,
    values.map((value, index) =>
      index === month && value.kind === "period" ? { ...value, index: value.index + moved } : value,
    ),
  );
}

/** How many of the cuts lie at or before a day. */
function partOf(plan: RulePlan, { own }: Member): number {
  return plan.cuts.filter((cut) => own !== null && cut <= own).length;
}

interface Spot {
  readonly keys: readonly Key[];
  readonly values: readonly Value[];
  readonly part: number;
  readonly text: string;
}

/** Where a record belongs; undefined where a key is absent. */
function spotOf(plan: RulePlan, member: Member, scope: Scope): Spot | undefined {
  const there = ofMember(member, scope);
  const keys = keysOf(plan.rule, there);
  const values = keyValues(keys, there);
  if (values.some(isAbsent)) return undefined;
  const part = partOf(plan, member);
  return { keys, values, part, text: `${textOf(keys, values)} part ${part}` };
}

function textOf(keys: readonly Key[], values: readonly Value[]): string {
  return JSON.stringify(keys.map((key, index) => [key.name, keyText(values[index] ?? missing)]));
}

/** Records that were taken and of which nothing counts in the group. */
function leftOutOf(spots: readonly { readonly member: Member; readonly standing: Standing }[]): LeftOut {
  const recordsThat = (kind: Standing["kind"]): Set<number> =>
    new Set(spots.filter(({ standing }) => standing.kind === kind).map(({ member }) => member.record));
  const counting = recordsThat("counts");
  const undecided = recordsThat("undecided");
  const notCharged = recordsThat("notCharged");
  return {
    notCharged: [...notCharged].filter((record) => !counting.has(record) && !undecided.has(record)).length,
    undecided: [...undecided].filter((record) => !counting.has(record)).length,
  };
}

function firstMonthOf(plan: RulePlan, answers: readonly Answer[], scope: Scope): number | null {
  const months = answers
    .flatMap(({ members }) => members)
    .flatMap((member) => {
      const there = ofMember(member, scope);
      const keys = keysOf(plan.rule, there);
      const month = keys[monthKey(keys)];
      const value = month === undefined ? missing : evaluate(month.value, there);
      return value.kind === "period" ? [value.index] : [];
    });
  return months.length === 0 ? null : months.reduce((a, b) => Math.min(a, b));
}
