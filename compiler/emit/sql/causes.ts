// Which facts an expression lacked, as conditions: one for each name that an undecided record may be reported with.
// Rule: the causes alone (docs/meaning.md 3.12); what has a definite value is never a cause, nor is what it reads.

import { children } from "../../ir/children.ts";
import { definitionOn, pick, rowOn, suppliedOn, type DecisionDay } from "../../ir/in-force.ts";
import type { Expr, Id } from "../../ir/ir.ts";
import { cellsOf, expression, lines, truth, type Line } from "./expression.ts";
import { ownDay, type OwnDay, type Place } from "./place.ts";
import { changesOfAlternatives, changesOfMeasured, changesOfTerm, changesOfValue } from "./segments.ts";
import { shortSql, shortValue } from "./shortened.ts";
import { and, compared, FALSE, isConstant, isNull, isPresent, not, number, or, surely, TRUE, type Sql } from "./sql.ts";
import { isAbsent, NEVER } from "./value.ts";

/** A fact, by code name, and when its absence is a cause. */
export interface Cause {
  readonly fact: string;
  readonly when: Sql;
}

export function causes(expr: Expr, place: Place): readonly Cause[] {
  return under(absence(expr, place), () => inside(expr, place));
}

export function causesOfAll(exprs: readonly Expr[], place: Place): readonly Cause[] {
  return exprs.flatMap((expr) => causes(expr, place));
}

/** The facts that the unknown ones among some lines lacked. */
export function causesOfLines(all: readonly Line[], place: Place): readonly Cause[] {
  return all.flatMap(({ line, stands }) => under(stands, () => causes(line.condition, place)));
}

/** One condition for each fact, by name in order of code points. */
export function byFact(all: readonly Cause[]): ReadonlyMap<string, Sql> {
  const found = new Map<string, Sql>();
  for (const { fact, when } of all) found.set(fact, or(found.get(fact) ?? FALSE, when));
  return found;
}

export function under(condition: Sql, made: () => readonly Cause[]): readonly Cause[] {
  if (isConstant(condition, FALSE)) return [];
  return made().flatMap(({ fact, when }) => {
    const both = and(condition, when);
    return isConstant(both, FALSE) ? [] : [{ fact, when: both }];
  });
}

function absence(expr: Expr, place: Place): Sql {
  const value = expression(expr, place);
  return isAbsent(shortValue(value, place, "saknas"));
}

function inside(expr: Expr, place: Place): readonly Cause[] {
  const { emission } = place;
  const { run } = emission;
  switch (expr.kind) {
    case "field":
      return [{ fact: run.fieldOf(expr.field).code, when: TRUE }];
    case "term":
      return onDayOf(expr.at, place, (there) => ofTerm(expr.term, there));
    case "value":
      return onDayOf(expr.at, place, (there) => ofValue(expr.value, there));
    case "measured":
      return ofMeasured(expr.measured, place);
    case "eventDate":
      return [{ fact: expr.event.slice(expr.event.indexOf(".") + 1), when: TRUE }];
    case "choose":
      return stretches(place, changesOfAlternatives(expr.by, emission)).flatMap(({ when, day, there }) => {
        const it = pick(expr.by, day, run);
        return it === undefined ? [] : under(when, () => causes(it, there));
      });
    case "if": {
      const holds = shortSql(truth(expr.condition, place), place, "om");
      return [
        ...under(isNull(holds), () => causes(expr.condition, place)),
        ...under(surely(holds), () => causes(expr.then, place)),
        ...under(surely(not(holds)), () => causes(expr.otherwise, place)),
      ];
    }
    case "aggregate":
      return [];
    default:
      return children(expr).flatMap((child) => causes(child, place));
  }
}

function ofTerm(id: Id, place: Place): readonly Cause[] {
  const { emission } = place;
  const term = emission.run.termOf(id);
  return stretches(place, changesOfTerm(id, emission)).flatMap(({ when, day, there }) => {
    const body = definitionOn(term, day, emission.run)?.body;
    const within = { ...there, document: term.document };
    return under(when, () => {
      if (body === undefined) return [{ fact: term.code, when: TRUE }];
      if (body.kind === "expression") return causes(body.value, within);
      return causesOfLines(lines(body.lines, there, within), within);
    });
  });
}

function ofValue(id: Id, place: Place): readonly Cause[] {
  const { emission } = place;
  const value = emission.run.valueOf(id);
  return stretches(place, changesOfValue(id, emission)).flatMap(({ when, day, there }) =>
    under(when, () => {
      const row = rowOn(value, day, emission.run);
      if (row?.kind === "supplied") return [];
      if (row === undefined) return [{ fact: value.code, when: TRUE }];
      const { cells } = cellsOf(value, row.row, there);
      const none = not(surely(or(...cells.map((cell) => cell.when))));
      const within = { ...there, document: value.document };
      return [
        ...under(none, () => value.dependsOn.flatMap((choice) => causes(choice, there))),
        ...cells.flatMap((cell, index) => {
          const first = and(surely(cell.when), ...cells.slice(0, index).map((other) => not(surely(other.when))));
          const it = cell.value;
          return under(first, () => (it === null ? [{ fact: value.code, when: TRUE }] : causes(it, within)));
        }),
      ];
    }),
  );
}

function ofMeasured(id: Id, place: Place): readonly Cause[] {
  const { emission } = place;
  const { code, document, fixed } = emission.run.measuredOf(id);
  return stretches(place, changesOfMeasured(id, emission)).flatMap(({ when, day, there }) =>
    under(when, () => {
      if (suppliedOn(id, document, day, emission.run) !== undefined) return [];
      return fixed === null ? [{ fact: code, when: TRUE }] : causes(fixed, { ...there, document });
    }),
  );
}

function onDayOf(at: Expr | null, place: Place, made: (there: Place) => readonly Cause[]): readonly Cause[] {
  if (at === null) return made(place);
  const date = shortValue(expression(at, place), place, "vid");
  const isDate = and(isPresent(date.value), date.never ? not(compared(date.value, "=", NEVER)) : TRUE);
  return [
    ...under(isDate, () => made({ ...place, own: ownDay({ ...date.value, nullable: false }) })),
    ...under(not(isDate), () => causes(at, place)),
  ];
}

export interface StretchOfDays {
  readonly when: Sql;
  readonly day: DecisionDay;
  readonly there: Place;
}

/** The stretches of days between some changes, each with the condition that the decision day lies in it. */
export function stretches(place: Place, changes: readonly number[]): readonly StretchOfDays[] {
  const { own } = place;
  if (own.day === null) return [{ when: TRUE, day: null, there: place }];
  const sql = own.day();
  const inOrder = [...new Set(changes)].filter((day) => day > own.from && day < own.until).sort((a, b) => a - b);
  const found = [own.from, ...inOrder].map((from, index): StretchOfDays => {
    const until = inOrder[index] ?? own.until;
    const day = Number.isFinite(from) ? from : Number.isFinite(until) ? until - 1 : 0;
    const bounds = [
      ...(from === own.from ? [] : [compared(sql, ">=", number(from))]),
      ...(until === own.until ? [] : [compared(sql, "<", number(until))]),
      ...(own.mayBeAbsent ? [isPresent(sql)] : []),
    ];
    const within: OwnDay = { ...own, from, until, mayBeAbsent: false };
    return { when: surely(and(...bounds)), day, there: { ...place, own: within } };
  });
  if (!own.mayBeAbsent) return found;
  return [{ when: isNull(sql), day: null, there: { ...place, own: { ...own, day: null } } }, ...found];
}
