// What applies on a decision day, as SQL: one branch for each stretch of days on which the same applies.
// Rule: which row, definition or reading applies is asked of ir/in-force, so that no two targets can differ in it.

import type { DecisionDay } from "../../ir/in-force.ts";
import type { Alternatives, Guard, Id } from "../../ir/ir.ts";
import { holds, pick } from "../../ir/in-force.ts";
import type { Emission } from "./emission.ts";
import type { Place } from "./place.ts";
import { compared, FALSE, isNull, number, TRUE, type Sql } from "./sql.ts";
import { choice, type Branch, type SqlValue } from "./value.ts";

/** `made` is asked for a day in each stretch between `changes`, and for the absent day where there may be one. */
export function onOwnDay(
  place: Place,
  changes: readonly number[],
  made: (own: DecisionDay, there: Place) => SqlValue,
): SqlValue {
  const { own, emission } = place;
  if (own.day === null) return made(null, place);
  const inside = [...new Set(changes)].filter((day) => day > own.from && day < own.until).sort((a, b) => a - b);
  const starts = [own.from, ...inside];
  const parts = starts.map((from, index) => {
    const until = inside[index] ?? own.until;
    return { until, it: made(dayIn(from, until), { ...place, own: { ...own, from, until } }) };
  });
  const last = parts[parts.length - 1];
  if (last === undefined) throw new Error("A day in no stretch.");
  const mayBeAbsent = own.mayBeAbsent;
  if (parts.length === 1 && !mayBeAbsent) return last.it;
  const day = own.day();
  const branches: Branch[] = mayBeAbsent
    ? [{ when: isNull(day), then: made(null, { ...place, own: { ...own, day: null } }) }]
    : [];
  parts.slice(0, -1).forEach(({ until, it }, index) => {
    const next = parts[index + 1];
    if (next === undefined || !isSame(it, next.it))
      branches.push({ when: compared(day, "<", number(until)), then: it });
  });
  return choice(branches, last.it, emission.dialect.long);
}

/** A condition on the decision day alone. */
export function onOwnDayHolds(place: Place, changes: readonly number[], made: (own: DecisionDay) => boolean): Sql {
  return onOwnDay(place, changes, (own) => {
    const value = made(own) ? TRUE : FALSE;
    return { value, unknown: FALSE, under: number(1), never: false, name: null };
  }).value;
}

export function guardHolds(guard: Guard | null, place: Place): Sql {
  if (guard === null) return TRUE;
  return onOwnDayHolds(place, changesOfGuard(guard, place.emission), (own) => holds(guard, own, place.emission.run));
}

export function changesOfGuard(guard: Guard | null, { run }: Emission): number[] {
  if (guard === null || run.readings.has(guard.question)) return [];
  const { chosen, document } = run.questionOf(guard.question);
  if (run.wording !== null && document === run.program.main) return [];
  return chosen.flatMap(({ from }) => (from === null ? [] : [from]));
}

export function changesOfAlternatives(alternatives: Alternatives<unknown>, emission: Emission): number[] {
  return alternatives.flatMap(({ guard }) => changesOfGuard(guard, emission));
}

/** The days on which a value, asked by id, may have another row. */
export function changesOfValue(id: Id, emission: Emission): number[] {
  const { run } = emission;
  const value = run.valueOf(id);
  const guards = value.rows.flatMap((row) => changesOfGuard(row.guard, emission));
  if (run.wording !== null && value.document === run.program.main) return guards;
  const days = [
    value.until,
    ...value.rows.map((row) => row.from),
    ...(run.supplied.get(id) ?? []).map((row) => row.from),
  ];
  return [...days.filter((day) => day !== null), ...guards];
}

export function changesOfTerm(id: Id, emission: Emission): number[] {
  const { run } = emission;
  const term = run.termOf(id);
  const guards = term.definitions.flatMap(({ by }) => changesOfAlternatives(by, emission));
  if (run.wording !== null && term.document === run.program.main) return guards;
  return [...term.definitions.flatMap(({ from }) => (from === null ? [] : [from])), ...guards];
}

export function changesOfMeasured(id: Id, { run }: Emission): number[] {
  const { document } = run.measuredOf(id);
  if (run.wording !== null && document === run.program.main) return [];
  return (run.supplied.get(id) ?? []).flatMap(({ from }) => (from === null ? [] : [from]));
}

/** What `pick` finds, made into a value; `none` where no alternative stands. */
export function picked<T>(
  alternatives: Alternatives<T>,
  place: Place,
  made: (it: T, there: Place) => SqlValue,
  none: SqlValue,
): SqlValue {
  return onOwnDay(place, changesOfAlternatives(alternatives, place.emission), (own, there) => {
    const it = pick(alternatives, own, place.emission.run);
    return it === undefined ? none : made(it, there);
  });
}

/** A day that stands for its stretch. */
function dayIn(from: number, until: number): number {
  if (Number.isFinite(from)) return from;
  return Number.isFinite(until) ? until - 1 : 0;
}

function isSame(a: SqlValue, b: SqlValue): boolean {
  return (
    a.value.text === b.value.text &&
    a.unknown.text === b.unknown.text &&
    a.under.text === b.under.text &&
    a.name?.text === b.name?.text
  );
}
