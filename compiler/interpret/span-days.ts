// The days of a day rule's span for one record.
// Rule: each day is judged by what applies on it. Where the rule follows `dygnet`, a day belongs to the span if the span,
// as its ends read on that day, holds the day; else the ends are read once, on the date that the rule follows.

import type { DecisionDay } from "@avtal/compiler/ir/in-force";
import type { Grain, Rule } from "@avtal/compiler/ir/ir";
import { spanEnds } from "@avtal/compiler/ir/reads";
import { absentFacts } from "./absent-facts.ts";
import { evaluate } from "./evaluate.ts";
import { followed } from "./follows.ts";
import { firstNeed, type Need } from "./needs.ts";
import type { RulePlan } from "./rule-plan.ts";
import type { Scope } from "./scope.ts";
import { absentAmong } from "./values.ts";

export interface Span {
  /** Null where an end is not known, so that nobody can say which days these are. */
  readonly days: readonly number[] | null;
  /** The facts that the ends lacked, where `days` is null. */
  readonly missing: readonly string[];
  /** The decision day on which the ends were read; null where each day has its own. */
  readonly own: DecisionDay;
  /** A value that nobody knows and that an absent end needs. */
  readonly need: Need | undefined;
  /** Where both ends are there, but no day between them: on what it is judged whether the rule is about the record. */
  readonly withoutDays: Judged | null;
}

/** A decision day, and the day that is looked at where the rule follows `dygnet`. */
export interface Judged {
  readonly own: DecisionDay;
  readonly day: number | null;
}

type DayGrain = Grain & { readonly kind: "day" };

/** `scope` is that of the record, without a decision day. */
export function spanOf({ rule, endChanges }: RulePlan, scope: Scope): Span {
  const { grain } = rule;
  if (grain.kind !== "day") throw new Error(`${rule.id} does not look at days.`);
  const follow = followed(rule, scope);
  if (follow.by?.kind === "theDay") return spanDayByDay(rule, grain, endChanges, scope);
  return spanBetween(rule, grain, { ...scope, own: follow.day });
}

/** From one change of what the ends read to the next, the ends are the same on every day. */
function spanDayByDay(rule: Rule, grain: DayGrain, changes: readonly number[], scope: Scope): Span {
  const parts = [-Infinity, ...changes].map((from, index) => {
    const until = changes[index] ?? Infinity;
    const own = Number.isFinite(from) ? from : Number.isFinite(until) ? until - 1 : 0;
    const within = (day: number): boolean => day >= from && day < until;
    const span = spanBetween(rule, grain, { ...scope, own });
    const end = lastEnd(grain, { ...scope, own });
    return { ...span, days: span.days?.filter(within) ?? null, end: end !== null && within(end) ? end : null };
  });
  const unknownPart = parts.find((part) => part.days === null);
  const need = parts.find((part) => part.need !== undefined)?.need;
  if (unknownPart !== undefined) return { ...unknownPart, own: null, need, withoutDays: null };
  const days = parts.flatMap((part) => part.days ?? []);
  const end = parts.find((part) => part.end !== null)?.end ?? null;
  const withoutDays = days.length > 0 || end === null ? null : { own: end, day: end };
  return { days, missing: [], own: null, need, withoutDays };
}

/** The days between the ends as they read on the decision day at hand; none where an end is missing. */
function spanBetween(rule: Rule, grain: DayGrain, scope: Scope): Span {
  const { own } = scope;
  const ends = [evaluate(grain.from, scope), evaluate(grain.to, scope)] as const;
  const absent = absentAmong(ends);
  const need = absent === undefined ? undefined : firstNeed(spanEnds(rule), scope);
  if (absent?.kind === "unknown") {
    return { days: null, missing: absentFacts([grain.from, grain.to], scope), own, need, withoutDays: null };
  }
  const [start, end] = ends;
  if (start.kind !== "date" || end.kind !== "date") return { days: [], missing: [], own, need, withoutDays: null };
  const first = grain.fromCounted ? start.day : start.day + 1;
  const last = grain.toCounted ? end.day : end.day - 1;
  const days = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  return { days, missing: [], own, need, withoutDays: days.length > 0 ? null : { own, day: null } };
}

/** The day on which a span ends; null where an end is not a date. */
function lastEnd(grain: DayGrain, scope: Scope): number | null {
  const [start, end] = [evaluate(grain.from, scope), evaluate(grain.to, scope)];
  return start.kind === "date" && end.kind === "date" ? end.day : null;
}
