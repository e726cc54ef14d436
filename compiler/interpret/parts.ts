// The part of a period that a group stands for, where a change of row falls inside the period.
// Rule: stated as its first and last day; a group that has its period to itself has no part.

import { dateText, firstDayOfMonth } from "@avtal/runtime/calendar";
import type { GroupKeys } from "@avtal/runtime/result";
import { monthText, type Gathered } from "./groups.ts";
import type { Value } from "./values.ts";

export interface Part {
  readonly shown: NonNullable<GroupKeys["part"]>;
  /** The bound that tells it from the other parts, for the id: the last day of the first part, else the first day. */
  readonly name: string;
}

/** `siblings` are all groups of the rule. */
export function partOfGroup(group: Gathered, period: Value | undefined, siblings: readonly Gathered[]): Part | null {
  const days = daysOfPeriod(period);
  const own = group.members.map((member) => member.own).filter((day) => day !== null);
  const [first, last] = [
    own.reduce((a, b) => Math.min(a, b), Infinity),
    own.reduce((a, b) => Math.max(a, b), -Infinity),
  ];
  if (days === undefined) return partWithoutPeriod(group, first, last, siblings);
  const from = Math.max(days.first, group.plan.cuts[group.part - 1] ?? -Infinity);
  const through = Math.min(days.last, (group.plan.cuts[group.part] ?? Infinity) - 1);
  if (from === days.first && through === days.last) return null;
  const bounds = from <= through ? { from, through } : { from: first, through: last };
  return part(bounds.from, bounds.through, bounds.from === days.first);
}

/** Without a period a part is stated only beside another one, from the first to the last day of its own records. */
function partWithoutPeriod(group: Gathered, first: number, last: number, siblings: readonly Gathered[]): Part | null {
  const keys = monthText(group.keys, group.values, 0);
  const parts = siblings.filter((other) => monthText(other.keys, other.values, 0) === keys).map((other) => other.part);
  if (parts.length < 2) return null;
  return part(
    first,
    last,
    parts.every((other) => other >= group.part),
  );
}

function part(from: number, through: number, isFirst: boolean): Part {
  const shown = { from: dateText(from), through: dateText(through) };
  return { shown, name: isFirst ? shown.through : shown.from };
}

function daysOfPeriod(period: Value | undefined): { readonly first: number; readonly last: number } | undefined {
  if (period?.kind !== "period") return undefined;
  const months = { month: 1, quarter: 3, year: 12 }[period.of];
  return { first: firstDayOfMonth(period.index * months), last: firstDayOfMonth((period.index + 1) * months) - 1 };
}
