// The figures of groups: their steps, one after another, and conditions over months in a row.
// Rule: a step reads keys, aggregates and earlier steps only, so each is worked out once and none goes round in a ring.

import { NO, NOT_KNOWN, YES } from "@avtal/runtime/columns";
import { and, type Truth } from "@avtal/runtime/kleene";
import { holds } from "@avtal/compiler/ir/in-force";
import type { Expr, RuleStep } from "@avtal/compiler/ir/ir";
import { evaluate, truthIn } from "./evaluate.ts";
import { monthKey, monthText, type Gathered, type RuleGroups } from "./groups.ts";
import { ofMember, type GroupScope, type Member, type Scope } from "./scope.ts";
import { missing, type Value } from "./values.ts";

/** A group whose figures can be asked for. */
export interface Figured {
  readonly gathered: Gathered;
  /** The group stage, seen from its first record. */
  readonly scope: Scope & { readonly group: GroupScope };
  /** The steps that stand under the chosen readings, in evaluation order. */
  readonly steps: readonly RuleStep[];
}

export function figure(groups: RuleGroups, outside: Scope): Figured[] {
  const figured = groups.groups.map((gathered) => figuredGroup(gathered, outside, inARow));
  return figured;

  /** The condition in each of the months that end with the group's, Kleene *and* over them. */
  function inARow(gathered: Gathered, condition: Expr, months: number): Truth {
    const before = Array.from({ length: months - 1 }, (_, index) => inEarlierMonth(gathered, condition, index + 1));
    const own = figured.find((group) => group.gathered === gathered);
    return before.reduce(and, own === undefined ? NOT_KNOWN : truthIn(condition, own.scope));
  }

  function inEarlierMonth({ keys, values }: Gathered, condition: Expr, back: number): Truth {
    const month = values[monthKey(keys)];
    const isBeforeData =
      month?.kind !== "period" || groups.firstMonth === null || month.index - back < groups.firstMonth;
    if (isBeforeData) return NOT_KNOWN;
    const text = monthText(keys, values, -back);
    const there = figured.filter(({ gathered }) => monthText(gathered.keys, gathered.values, 0) === text);
    if (there.length === 0) return groups.undecided.has(text) ? NOT_KNOWN : NO;
    return there.map(({ scope }) => truthIn(condition, scope)).reduce(and, YES);
  }
}

/** The value of a step; missing where no such step stands under the chosen readings. */
export function stepValue(name: string, { scope }: Figured): Value {
  return scope.group.step(name);
}

/** The first record of a group, or its first day, in input order. */
export function firstMember({ members }: Gathered): Member {
  const [first] = members;
  if (first === undefined) throw new Error("A group without records.");
  return first;
}

function figuredGroup(
  gathered: Gathered,
  outside: Scope,
  inARow: (gathered: Gathered, condition: Expr, months: number) => Truth,
): Figured {
  const member = firstMember(gathered);
  const { rule } = gathered.plan;
  const steps = stepsInForce(rule.steps, member, outside);
  const values = new Map<string, Value>();
  const group: GroupScope = {
    members: gathered.members,
    key: (name) => gathered.values[gathered.keys.findIndex((key) => key.name === name)] ?? missing,
    step: (name) => {
      const step = steps.find((each) => each.name === name);
      const value = values.get(name) ?? (step === undefined ? missing : evaluate(step.value, scope));
      values.set(name, value);
      return value;
    },
    inARow: (condition, months) => inARow(gathered, condition, months),
  };
  const scope = { ...ofMember(member, { ...outside, document: rule.document }), group };
  return { gathered, scope, steps };
}

/** Of several steps of one name the first whose guard holds. */
function stepsInForce(steps: readonly RuleStep[], { own }: Member, { run }: Scope): RuleStep[] {
  const standing = steps.filter((step) => holds(step.guard, own, run));
  return standing.filter((step, index) => standing.findIndex((other) => other.name === step.name) === index);
}
