// Expressions of both stages as SQL: the meaning of every node, exact and with three values.
// Rule: what the interpreter does step by step stands here as one expression (docs/meaning.md, section 1).

import { ratioFromText } from "@avtal/runtime/ratio";
import { decisionDay, definitionOn, holds, rowOn, suppliedOn } from "../../ir/in-force.ts";
import type { Expr, Id, Requirement, ValueRow, Value } from "../../ir/ir.ts";
import { kindOf, namedKinds } from "../../ir/kind-of.ts";
import {
  addedDays,
  addedHours,
  addedWeekdays,
  begunDays,
  calendarDays,
  clockOf,
  dateOf,
  periodOf,
  weekdayTruth,
  weekdaysBetween,
} from "./date-expression.ts";
import { Unsayable } from "./emission.ts";
import { factIs, factOf, payerOn } from "./payer-expression.ts";
import { ownDay, type Place } from "./place.ts";
import { arithmetic, compare, extreme, rounded } from "./quantity-expression.ts";
import { changesOfGuard, changesOfMeasured, changesOfTerm, changesOfValue, onOwnDay, picked } from "./segments.ts";
import {
  and,
  compared,
  FALSE,
  firstOf,
  isConstant,
  isNull,
  isPresent,
  not,
  NULL,
  number,
  or,
  surely,
  TRUE,
  type Sql,
} from "./sql.ts";
import { shortSql, shortValue } from "./shortened.ts";
import { columns, knownIn } from "./stage.ts";
import {
  anyUnknown,
  areSame,
  choice,
  conditionOf,
  isAbsent,
  missing,
  NEVER,
  quantityOf,
  unknown,
  valueOf,
  type SqlValue,
} from "./value.ts";

export function expression(expr: Expr, place: Place): SqlValue {
  const at = (part: Expr): SqlValue => expression(part, place);
  switch (expr.kind) {
    case "quantity": {
      const { over, under } = ratioFromText(expr.exact);
      return quantityOf(number(over), number(under), FALSE);
    }
    case "date":
      return valueOf(number(expr.day), FALSE);
    case "period":
      return valueOf(number(expr.index), FALSE);
    case "clock":
      return valueOf(number(expr.seconds), FALSE);
    case "text":
      return valueOf(place.emission.dialect.text(expr.text), FALSE);
    case "choice":
      return valueOf(place.emission.dialect.text(expr.code), FALSE);
    case "payer":
      return payerLiteral(expr, place);
    case "truth":
      return conditionOf(expr.holds === "unknown" ? NULL : expr.holds === "yes" ? TRUE : FALSE);
    case "field":
      return place.group === null ? fieldValue(expr.field, place) : place.group.ofFirst(expr);
    case "term":
      return place.group === null
        ? onDayOf(expr.at, place, (there) => termValue(expr.term, there))
        : place.group.ofFirst(expr);
    case "value":
      return onDayOf(expr.at, place, (there) => valueRead(expr.value, there));
    case "measured":
      return measuredValue(expr.measured, place);
    case "eventDate":
      return eventDate(expr.event, place);
    case "decisionDate":
      return decisionDate(place);
    case "theDay":
      if (place.group !== null) return place.group.ofFirst(expr);
      return place.theDay === null ? unknown : valueOf(place.theDay, FALSE);
    case "key":
      return groupOf(place).key(expr.name);
    case "step":
      return groupOf(place).step(expr.name);
    case "ofEpisode":
      return place.group === null ? at(expr.of) : place.group.ofFirst(expr.of);
    case "aggregate":
      return groupOf(place).aggregate(expr);
    case "fact":
      return factOf(expr, at(expr.of), place);
    case "payerOn":
      return payerOn(expr.register, at(expr.of), at(expr.at), place);
    case "choose":
      return picked(expr.by, place, (it, there) => expression(it, there), missing);
    case "arithmetic":
      return arithmetic(expr.operator, at(expr.left), at(expr.right), place);
    case "negate":
      return arithmetic("-", quantityOf(number(0), number(1), FALSE), at(expr.of), place);
    case "round":
      return rounded(expr, at(expr.of), place);
    case "addDays":
      return addedDays(at(expr.date), at(expr.days));
    case "addWeekdays":
      return addedWeekdays(at(expr.date), at(expr.weekdays), expr.document, place);
    case "addHours":
      return addedHours(at(expr.moment), at(expr.hours), place);
    case "if":
      return conditional(expr, place);
    case "least":
    case "greatest":
      return extreme(expr.kind, expr.of.map(at), place);
    case "calendarDays":
      return calendarDays(expr, at(expr.from), at(expr.to), place);
    case "weekdays":
      return weekdaysBetween(expr, at(expr.from), at(expr.to), place);
    case "begunDays":
      return begunDays(at(expr.from), at(expr.to), place);
    case "dateOf":
      return dateOf(expr.of, at(expr.of), place);
    case "clockOf":
      return clockOf(at(expr.of), place);
    case "periodOf":
      return periodOf(expr.period, dateOf(expr.of, at(expr.of), place), place);
    default:
      return condition(expr, place);
  }
}

/** Whether a condition holds: TRUE, FALSE or NULL. */
export function truth(expr: Expr, place: Place): Sql {
  return expression(expr, place).value;
}

/** The lines that stand under the chosen readings, each with when it stands and whether it holds. */
export interface Line {
  readonly line: Requirement;
  readonly index: number;
  readonly stands: Sql;
  readonly holds: Sql;
}

export function lines(all: readonly Requirement[], place: Place, inside: Place): readonly Line[] {
  const { emission } = place;
  return all.flatMap((line, index) => {
    const stands = onOwnDay(place, changesOfGuard(line.guard, emission), (own) =>
      valueOf(holds(line.guard, own, emission.run) ? TRUE : FALSE, FALSE),
    ).value;
    return isConstant(stands, FALSE) ? [] : [{ line, index, stands, holds: truth(line.condition, inside) }];
  });
}

export function allHold(all: readonly Line[]): Sql {
  return and(...all.map(({ stands, holds: it }) => (isConstant(stands, TRUE) ? it : or(not(stands), it))));
}

/** `X vid D`: X as it is read on D; absent as D is. */
export function onDayOf(at: Expr | null, place: Place, read: (there: Place) => SqlValue): SqlValue {
  if (at === null) return read(place);
  const date = shortValue(expression(at, place), place, "vid");
  const there = { ...place, own: ownDay({ ...date.value, nullable: false }) };
  const value = read(there);
  const never = date.never ? compared(date.value, "=", NEVER) : FALSE;
  return choice(
    [
      { when: isAbsent(date), then: valueOf(NULL, date.unknown) },
      { when: never, then: missing },
    ],
    value,
    place.emission.dialect.long,
  );
}

/** A term's value as columns of the stage, computed once for each decision day that it is asked on. */
export function termValue(id: Id, place: Place): SqlValue {
  const { emission, stage, own, theDay } = place;
  const term = emission.run.termOf(id);
  const dayText = own.day === null ? "none" : own.day().text;
  const key = `term ${id} on ${dayText} at ${theDay?.text ?? "none"}`;
  const known = knownIn(stage, key);
  if (known !== undefined) return known;
  const whole: Place = { ...place, own: { ...own, from: -Infinity, until: Infinity } };
  const value = onOwnDay(whole, changesOfTerm(id, emission), (day, there) => {
    const body = definitionOn(term, day, emission.run)?.body;
    if (body === undefined) return missing;
    const inside = { ...there, document: term.document };
    if (body.kind === "expression") return expression(body.value, inside);
    return conditionOf(allHold(lines(body.lines, there, inside)));
  });
  const held = columns(stage, value, term.name, emission);
  stage.known.set(key, held);
  return held;
}

function valueRead(id: Id, place: Place): SqlValue {
  const { emission } = place;
  const value = emission.run.valueOf(id);
  return onOwnDay(place, changesOfValue(id, emission), (own, there) => {
    const row = rowOn(value, own, emission.run);
    if (row === undefined) return own === null ? unknown : missing;
    if (row.kind === "supplied") return quantityOf(number(row.exact.over), number(row.exact.under), FALSE);
    return cellValue(value, row.row, there);
  });
}

export interface PickedCells {
  readonly keys: readonly SqlValue[];
  /** In written order: when a cell is picked, if no earlier one is. */
  readonly cells: readonly { readonly when: Sql; readonly value: Expr | null }[];
}

export function cellsOf(value: Value, row: ValueRow, place: Place): PickedCells {
  const keys = value.dependsOn.map((each) => shortValue(expression(each, place), place, value.name));
  // A choice that is absent picks no cell, not even that of all others.
  const present = and(...keys.map((key) => isPresent(key.value)));
  const cells = row.cells.map((cell) => ({
    when: and(
      present,
      ...cell.keys.map((key, index) =>
        key === null ? TRUE : compared(keys[index]?.value ?? NULL, "=", place.emission.dialect.text(key)),
      ),
    ),
    value: cell.value,
  }));
  return { keys, cells };
}

function cellValue(value: Value, row: ValueRow, place: Place): SqlValue {
  const { keys, cells } = cellsOf(value, row, place);
  const inside = { ...place, document: value.document };
  const absent = or(...keys.map(isAbsent));
  return choice(
    [
      { when: absent, then: valueOf(NULL, anyUnknown(...keys)) },
      ...cells.map(({ when, value: it }) => ({ when, then: it === null ? missing : expression(it, inside) })),
    ],
    missing,
    place.emission.dialect.long,
  );
}

function measuredValue(id: Id, place: Place): SqlValue {
  const { emission } = place;
  const measured = emission.run.measuredOf(id);
  return onOwnDay(place, changesOfMeasured(id, emission), (own, there) => {
    const supplied = suppliedOn(id, measured.document, own, emission.run);
    if (supplied !== undefined) return quantityOf(number(supplied.exact.over), number(supplied.exact.under), FALSE);
    return measured.fixed === null ? missing : expression(measured.fixed, { ...there, document: measured.document });
  });
}

function fieldValue(id: Id, place: Place): SqlValue {
  const { emission, stage } = place;
  const field = emission.run.fieldOf(id);
  if (emission.absentColumns.has(field.code)) return field.empty === "missing" ? missing : unknown;
  const known = knownIn(stage, `field ${id}`);
  if (known === undefined) throw new Error(`No stage has the field ${id}.`);
  return known;
}

function eventDate(id: Id, { emission }: Place): SqlValue {
  const state = emission.run.events.get(id);
  if (state === undefined) throw new Error(`The program has no event ${id}.`);
  switch (state.kind) {
    case "happened":
      return valueOf(number(state.day), FALSE);
    case "notYet":
      return { ...valueOf(NEVER, FALSE), never: true };
    case "unknown":
      return unknown;
  }
}

function decisionDate({ document, own, emission }: Place): SqlValue {
  const { wording, program } = emission.run;
  if (wording !== null && document === program.main)
    return valueOf(number(decisionDay(document, null, emission.run) ?? 0), FALSE);
  if (own.day === null) return unknown;
  const day = own.day();
  return valueOf(day, isNull(day));
}

function payerLiteral({ code, name }: Expr & { readonly kind: "payer" }, { emission }: Place): SqlValue {
  const { dialect } = emission;
  return { ...valueOf(dialect.text(code), FALSE), name: name === null ? null : dialect.text(name) };
}

type Condition = Expr & {
  readonly kind: "compare" | "inARow" | "exists" | "isMissing" | "isUnknown" | "isWeekday" | "not" | "and" | "or";
};

function condition(expr: Condition, place: Place): SqlValue {
  const at = (part: Expr): SqlValue => expression(part, place);
  switch (expr.kind) {
    case "compare":
      return conditionOf(factCompared(expr, place) ?? compare(expr.operator, at(expr.left), at(expr.right)));
    case "inARow":
      return conditionOf(groupOf(place).inARow(expr.condition, expr.months));
    case "exists":
      return conditionOf(existence(at(expr.of)));
    case "isMissing":
      return conditionOf(not(existence(at(expr.of))));
    case "isUnknown":
      return conditionOf(isUnknown(expr.of, place));
    case "isWeekday":
      return conditionOf(weekdayTruth(at(expr.of), expr.of, expr.document, place));
    case "not":
      return conditionOf(not(truth(expr.of, place)));
    case "and":
      return conditionOf(and(...expr.of.map((part) => truth(part, place))));
    case "or":
      return conditionOf(or(...expr.of.map((part) => truth(part, place))));
  }
}

function existence(value: SqlValue): Sql {
  const never = value.never ? not(surely(compared(value.value, "=", NEVER))) : TRUE;
  return firstOf([{ when: value.unknown, then: NULL }], and(isPresent(value.value), never));
}

function isUnknown(of: Expr, place: Place): Sql {
  const value = expression(of, place);
  const isCondition = kindOf(of, namedKinds(place.emission.program, null)).kind === "condition";
  return isCondition ? isAbsent(value) : value.unknown;
}

/** With an unknown condition: the value that both branches give, else unknown. */
function conditional(expr: Expr & { readonly kind: "if" }, place: Place): SqlValue {
  const holdsIt = shortSql(truth(expr.condition, place), place, "om");
  const [then, otherwise] = [
    shortValue(expression(expr.then, place), place, "så"),
    shortValue(expression(expr.otherwise, place), place, "annars"),
  ];
  const { long } = place.emission.dialect;
  if (!holdsIt.nullable) return choice([{ when: holdsIt, then }], otherwise, long);
  return choice(
    [
      { when: holdsIt, then },
      { when: not(holdsIt), then: otherwise },
      { when: areSame(then, otherwise), then },
    ],
    unknown,
    long,
  );
}

function groupOf({ group }: Place): NonNullable<Place["group"]> {
  if (group === null) throw new Unsayable("an aggregate, key or step outside every group");
  return group;
}

/** A fact of a payer beside one that is written out. */
function factCompared({ operator, left, right }: Expr & { readonly kind: "compare" }, place: Place): Sql | undefined {
  if (left.kind !== "fact" || right.kind !== "text" || (operator !== "=" && operator !== "!=")) return undefined;
  const is = factIs(left, right.text, expression(left.of, place), place);
  return is === undefined || operator === "=" ? is : not(is);
}
