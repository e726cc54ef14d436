// The days of a day rule's span for one record.
// Rule: each day is judged by what applies on it. Where the rule follows `dygnet`, a day belongs to the span if the span,
// as its ends read on that day, holds the day; else the ends are read once, on the date that the rule follows.

import type { DecisionDay } from "@avtal/compiler/ir/in-force";
import type { Grain } from "@avtal/compiler/ir/ir";
import { absentFacts } from "./absent-facts.ts";
import { evaluate } from "./evaluate.ts";
import { followed } from "./follows.ts";
import type { RulePlan } from "./rule-plan.ts";
import type { Scope } from "./scope.ts";
import { absentAmong } from "./values.ts";

export type Span =
  | { readonly kind: "days"; readonly days: readonly number[] }
  /** An end is not known, so that nobody can say which days these are. */
  | { readonly kind: "unknown"; readonly own: DecisionDay; readonly missing: readonly string[] };

type DayGrain = Grain & { readonly kind: "day" };

/** `scope` is that of the record, without a decision day. */
export function spanOf({ rule, endChanges }: RulePlan, scope: Scope): Span {
  const { grain } = rule;
  if (grain.kind !== "day") throw new Error(`${rule.id} does not look at days.`);
  const fixed = followed(rule, scope);
  if (fixed.by !== undefined && fixed.by.kind !== "theDay" && fixed.day !== null) {
    return spanBetween(grain, { ...scope, own: fixed.day }, -Infinity, Infinity);
  }
  if (fixed.by?.kind !== "theDay") return spanBetween(grain, scope, -Infinity, Infinity);
  return spanDayByDay(grain, endChanges, scope);
}

/** From one change of what the ends read to the next, the ends are the same on every day. */
function spanDayByDay(grain: DayGrain, changes: readonly number[], scope: Scope): Span {
  const days: number[] = [];
  for (let index = 0; index <= changes.length; index += 1) {
    const from = changes[index - 1] ?? -Infinity;
    const until = changes[index] ?? Infinity;
    const own = Number.isFinite(from) ? from : Number.isFinite(until) ? until - 1 : 0;
    const part = spanBetween(grain, { ...scope, own }, from, until);
    if (part.kind === "unknown") return { ...part, own: null };
    days.push(...part.days);
  }
  return { kind: "days", days };
}

/** The days of the span from `from` up to but not including `until`; none where an end is missing. */
function spanBetween(grain: DayGrain, scope: Scope, from: number, until: number): Span {
  const ends = [evaluate(grain.from, scope), evaluate(grain.to, scope)] as const;
  if (absentAmong(ends)?.kind === "unknown") {
    return { kind: "unknown", own: scope.own, missing: absentFacts([grain.from, grain.to], scope) };
  }
  const [start, end] = ends;
  if (start.kind !== "date" || end.kind !== "date") return { kind: "days", days: [] };
  const first = Math.max(from, grain.fromCounted ? start.day : start.day + 1);
  const last = Math.min(until - 1, grain.toCounted ? end.day : end.day - 1);
  return { kind: "days", days: Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index) };
}
