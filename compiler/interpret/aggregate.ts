// Means, sums and counts over the records of a group, or over all records of the data.
// Rule: every member must be known to be in or out, and known in what it adds; else the whole is absent.

import { NOT_KNOWN, YES } from "@avtal/runtime/columns";
import { dividedBy, plus, whole, zero, type Ratio } from "@avtal/runtime/ratio";
import type { Aggregate, Expr } from "@avtal/compiler/ir/ir";
import { exactOf } from "./arithmetic.ts";
import { evaluate, truthIn } from "./evaluate.ts";
import { ofMember, type Member, type Scope } from "./scope.ts";
import { absentAmong, keyText, missing, quantityOf, unknown, type Value } from "./values.ts";

export function aggregate(expr: Aggregate, scope: Scope): Value {
  const candidates = membersOf(expr, scope);
  if (candidates === "unknown") return unknown;
  const { where, per } = expr;
  const truths = candidates.map((member) => (where === null ? YES : truthIn(where, ofMember(member, scope))));
  if (truths.includes(NOT_KNOWN)) return unknown;
  const inside = candidates.filter((_, index) => truths[index] === YES);
  const members = expr.each === "episode" ? firstOfEachRecord(inside) : inside;
  if (per === null) return folded(expr.function, members, (member) => amountOf(expr.of, member, scope));
  return foldedPerKey(expr, per.value, members, scope);
}

/** The inner figure for each value of the key, then the outer one over those. */
function foldedPerKey(expr: Aggregate, key: Expr, members: readonly Member[], scope: Scope): Value {
  if (expr.perFunction === null) throw new Error("A nested aggregate without an inner function.");
  const inner = expr.perFunction;
  const keys = members.map((member) => evaluate(key, ofMember(member, scope)));
  const absent = absentAmong(keys);
  if (absent !== undefined) return absent;
  const parts = new Map<string, Member[]>();
  members.forEach((member, index) => {
    const text = keyText(keys[index] ?? missing);
    parts.set(text, [...(parts.get(text) ?? []), member]);
  });
  return folded(expr.function, [...parts.values()], (part) =>
    folded(inner, part, (member) => amountOf(expr.of, member, scope)),
  );
}

function folded<T>(figure: "mean" | "sum" | "count", members: readonly T[], amount: (member: T) => Value): Value {
  if (figure === "count") return quantityOf(whole(members.length));
  const amounts = members.map(amount);
  const absent = absentAmong(amounts);
  if (absent !== undefined) return absent;
  const sum = amounts.map(exactOf).reduce((a: Ratio, b) => plus(a, b), zero);
  if (figure === "sum") return quantityOf(sum);
  return members.length === 0 ? missing : quantityOf(dividedBy(sum, whole(members.length)));
}

function amountOf(of: Expr | null, member: Member, scope: Scope): Value {
  if (of === null) throw new Error("A mean or sum of nothing.");
  return evaluate(of, ofMember(member, scope));
}

function membersOf({ over }: Aggregate, scope: Scope): readonly Member[] | "unknown" {
  switch (over.kind) {
    case "group":
      if (scope.group === null) throw new Error("An aggregate of a group outside every group.");
      return scope.group.members;
    case "all":
      return everyRecord(scope);
    case "allDays": {
      const days = everyRecord(scope).map((member) => daysOf(over, member, scope));
      return days.some((each) => each === "unknown")
        ? "unknown"
        : days.flatMap((each) => (each === "unknown" ? [] : each));
    }
  }
}

function everyRecord({ episodes, own }: Scope): Member[] {
  return Array.from({ length: episodes.count }, (_, record) => ({ record, day: null, own }));
}

/** The days of a record's span; none where an end is missing. */
function daysOf(
  over: Aggregate["over"] & { readonly kind: "allDays" },
  member: Member,
  scope: Scope,
): Member[] | "unknown" {
  const there = ofMember(member, scope);
  const [from, to] = [evaluate(over.from, there), evaluate(over.to, there)];
  if (absentAmong([from, to])?.kind === "unknown") return "unknown";
  if (from.kind !== "date" || to.kind !== "date") return [];
  const first = over.fromCounted ? from.day : from.day + 1;
  const last = over.toCounted ? to.day : to.day - 1;
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => ({ ...member, day: first + index }));
}

function firstOfEachRecord(members: readonly Member[]): Member[] {
  const seen = new Set<number>();
  return members.filter(({ record }) => !seen.has(record) && seen.add(record).size > 0);
}
