// Dates and moments in SQL: shifting them, counting between them, taking their parts, asking for weekdays.
// Rule: an event that has not happened has no date to count with; a day that no calendar here knows stops the statement.

import type { Expr } from "../../ir/ir.ts";
import { kindOf, namedKinds } from "../../ir/kind-of.ts";
import type { Place } from "./place.ts";
import { shortValue } from "./shortened.ts";
import {
  absentAs,
  and,
  built,
  compared,
  counted,
  FALSE,
  firstOf,
  isConstant,
  isNull,
  NULL,
  number,
  numberIn,
  or,
  type Sql,
} from "./sql.ts";
import { columnNamed, dayKey, knownIn, lookUp } from "./stage.ts";
import { calendarTable } from "./tables.ts";
import { anyUnknown, NEVER, quantityOf, valueOf, type SqlValue } from "./value.ts";

const ONE = number(1);

type Span = { readonly fromCounted: boolean; readonly toCounted: boolean };

/** What is no whole day away is missing. */
export function addedDays(date: SqlValue, days: SqlValue): SqlValue {
  const { whole, isWhole } = wholeOf(days);
  const value = firstOf(
    [
      { when: isNever(date), then: NULL },
      ...(isWhole === null ? [] : [{ when: built(`(NOT ${isWhole.text})`, [isWhole]), then: NULL }]),
    ],
    counted(date.value, "+", whole),
  );
  return valueOf(value, anyUnknown(date, days));
}

export function addedHours(moment: SqlValue, hours: SqlValue, place: Place): SqlValue {
  const given = shortValue(hours, place, "timmar");
  const under = numberIn(given.under);
  const seconds = counted(given.value, "*", number(3600));
  if (under === 1n) return valueOf(counted(moment.value, "+", seconds), anyUnknown(moment, hours));
  const isWhole = compared(built(`(${seconds.text} % ${given.under.text})`, [seconds, given.under]), "=", number(0));
  const each = numberIn(seconds);
  const away =
    each !== undefined && under !== undefined && each % under === 0n
      ? number(each / under)
      : built(`CAST(${divided(seconds, given.under, place).text} AS BIGINT)`, [seconds, given.under]);
  return valueOf(firstOf([{ when: isWhole, then: counted(moment.value, "+", away) }], NULL), anyUnknown(moment, hours));
}

export function calendarDays(span: Span, from: SqlValue, to: SqlValue, place: Place): SqlValue {
  const [a, b] = [shortValue(from, place, "från"), shortValue(to, place, "till")];
  const more = (span.fromCounted ? 1 : 0) + (span.toCounted ? 1 : 0) - 1;
  const days = counted(counted(b.value, "-", a.value), "+", number(more));
  return quantityOf(counting([a, b], days), ONE, anyUnknown(from, to));
}

export function weekdaysBetween(
  span: Span & { readonly document: string },
  from: SqlValue,
  to: SqlValue,
  place: Place,
): SqlValue {
  const [a, b] = [shortValue(from, place, "från"), shortValue(to, place, "till")];
  const before = counted(a.value, "-", number(span.fromCounted ? 1 : 0));
  const last = counted(b.value, "-", number(span.toCounted ? 0 : 1));
  const skip = or(isNever(a), isNever(b), compared(last, "<=", before));
  const counts = [last, before].map((day) => upToDay(day, not(skip, [a, b]), span.document, place));
  const [toLast, toFirst] = counts;
  if (toLast === undefined || toFirst === undefined) throw new Error("Two days became fewer.");
  const value = firstOf(
    [
      { when: or(isNull(a.value), isNull(b.value), isNever(a), isNever(b)), then: NULL },
      { when: compared(last, "<=", before), then: number(0) },
    ],
    { ...counted(toLast, "-", toFirst), nullable: false },
  );
  return quantityOf(value, ONE, anyUnknown(from, to));
}

/** The nth weekday after a date, before it where the number is negative; the date itself for 0. */
export function addedWeekdays(date: SqlValue, weekdays: SqlValue, document: string, place: Place): SqlValue {
  const [from, given] = [shortValue(date, place, "från"), shortValue(weekdays, place, "vardagar")];
  const { whole, isWhole } = wholeOf(given);
  const usable = and(not(isNever(from), []), isWhole ?? built("TRUE", []));
  const isBack = compared(whole, "<", number(0));
  const start = firstOf([{ when: isBack, then: counted(from.value, "-", number(1)) }], from.value);
  const passed = upToDay(start, usable, document, place);
  const wanted = counted(counted(passed, "+", whole), "+", firstOf([{ when: isBack, then: ONE }], number(0)));
  const found = weekdayNumbered(wanted, document, place);
  const value = firstOf(
    [
      { when: or(isNull(from.value), isNull(given.value), not(usable, [])), then: NULL },
      { when: compared(whole, "=", number(0)), then: from.value },
    ],
    checked(found, wanted, place),
  );
  return valueOf({ ...value, nullable: true }, anyUnknown(date, weekdays));
}

export function begunDays(from: SqlValue, to: SqlValue, place: Place): SqlValue {
  const [a, b] = [shortValue(from, place, "från"), shortValue(to, place, "till")];
  const seconds = counted(b.value, "-", a.value);
  const { longQuotient } = place.emission.dialect;
  const begun = longQuotient(counted(seconds, "+", number(86399)), number(86400));
  const value = firstOf([{ when: compared(seconds, "<=", number(0)), then: number(0) }], begun);
  return quantityOf({ ...value, nullable: seconds.nullable }, ONE, anyUnknown(from, to));
}

export function dateOf(of: Expr, value: SqlValue, place: Place): SqlValue {
  if (!isMoment(of, place) || isConstant(value.value, NULL)) return value;
  const read = dayRead(value, place);
  if (read !== undefined) return valueOf(read, value.unknown);
  const { longQuotient } = place.emission.dialect;
  // Moments before 1970 would be rounded the wrong way, so the count starts at year 0.
  const shifted = counted(value.value, "+", number(beforeAll * 86_400));
  return valueOf(counted(longQuotient(shifted, number(86_400)), "-", number(beforeAll)), value.unknown);
}

function dayRead({ value }: SqlValue, { stage, group }: Place): Sql | undefined {
  return group === null ? knownIn(stage, dayKey(value))?.value : undefined;
}

export function clockOf(value: SqlValue, place: Place): SqlValue {
  if (isConstant(value.value, NULL)) return value;
  const day = dayRead(value, place);
  if (day !== undefined) return valueOf(counted(value.value, "-", counted(day, "*", number(86_400))), value.unknown);
  const shifted = counted(value.value, "+", number(beforeAll * 86_400));
  return valueOf(built(`(${shifted.text} % 86400)`, [shifted]), value.unknown);
}

export function periodOf(period: "month" | "quarter" | "year", date: SqlValue, place: Place): SqlValue {
  const { dialect } = place.emission;
  const day = shortValue(date, place, "dag");
  const month = dialect.monthOfDay(day.value);
  const index =
    period === "month"
      ? month
      : period === "quarter"
        ? dialect.longQuotient(month, number(3))
        : dialect.yearOfDay(day.value);
  return valueOf(firstOf([{ when: isNever(day), then: NULL }], absentAs(index, day.value)), day.unknown);
}

export function weekdayTruth(value: SqlValue, of: Expr, document: string, place: Place): Sql {
  const day = shortValue(dateOf(of, value, place), place, "dag");
  const usable = not(isNever(day), [day]);
  const looked = firstOf([{ when: usable, then: day.value }], NULL);
  const found = lookup(looked, "dag", "vardag", document, place);
  const inCalendar = checkedTruth(found, looked, place);
  return firstOf([{ when: isNull(looked), then: NULL }], inCalendar);
}

/** Days from year 0 to 1970-01-01. */
const beforeAll = 719_528;

function isMoment(of: Expr, { emission }: Place): boolean {
  return kindOf(of, namedKinds(emission.program, null)).kind === "moment";
}

export function isNever(value: SqlValue): Sql {
  return value.never ? compared(value.value, "=", NEVER) : FALSE;
}

function counting([from, to]: readonly [SqlValue, SqlValue], days: Sql): Sql {
  const never = or(isNever(from), isNever(to));
  return firstOf(
    [
      { when: never, then: NULL },
      { when: compared(days, "<", number(0)), then: number(0) },
    ],
    days,
  );
}

function wholeOf(days: SqlValue): { readonly whole: Sql; readonly isWhole: Sql | null } {
  const [value, under] = [numberIn(days.value), numberIn(days.under)];
  if (under === 1n) return { whole: days.value, isWhole: null };
  if (value !== undefined && under !== undefined && value % under === 0n)
    return { whole: number(value / under), isWhole: null };
  const isWhole = compared(
    built(`(${days.value.text} % ${days.under.text})`, [days.value, days.under]),
    "=",
    number(0),
  );
  const floor = built(`CAST(FLOOR(${days.value.text} / ${days.under.text}) AS BIGINT)`, [days.value, days.under]);
  return { whole: floor, isWhole };
}

function divided(over: Sql, under: Sql, place: Place): Sql {
  return place.emission.dialect.quotient(place.emission.dialect.wide(over), place.emission.dialect.wide(under));
}

function not(part: Sql, absentToo: readonly SqlValue[]): Sql {
  const absent = or(...absentToo.map(({ value }) => isNull(value)));
  if (part.text === "FALSE" && absent.text === "FALSE") return built("TRUE", []);
  const either = or(part, absent);
  return either.text === "FALSE" ? built("TRUE", []) : built(`(NOT COALESCE(${either.text}, TRUE))`, [either], false);
}

/** Weekdays up to and with a day. */
function upToDay(day: Sql, usable: Sql, document: string, place: Place): Sql {
  const looked = firstOf([{ when: usable, then: day }], NULL);
  return checked(lookup(looked, "dag", "vardagar", document, place), looked, place);
}

/** The weekday with a number. */
function weekdayNumbered(wanted: Sql, document: string, place: Place): Sql {
  return lookup(wanted, "vardagar", "dag", document, place);
}

function lookup(by: Sql, on: string, wish: string, document: string, place: Place): Sql {
  if (isConstant(by, NULL)) return NULL;
  const { emission, stage } = place;
  const { identifier } = emission.dialect;
  const table = calendarTable(document, emission);
  const key = `calendar ${table} ${on} ${wish} ${by.text}`;
  const known = stage.known.get(key);
  if (known !== undefined) return known.value;
  const [lookedBy, found] = [emission.names.fresh(`${on} sökt`), emission.names.fresh(wish)];
  const only = on === "vardagar" ? ` WHERE ${identifier("vardag")}` : "";
  const rows = `(SELECT ${identifier(on)} AS ${identifier(lookedBy)}, ${identifier(wish)} AS ${identifier(found)} FROM ${identifier(table)}${only})`;
  lookUp(stage, by.level, `LEFT JOIN ${rows} AS ${identifier(found)} ON ${identifier(lookedBy)} = ${by.text}`, found);
  const name = emission.names.fresh(`${wish} funnen`);
  const sql = columnNamed(name, by.level + 1, true, emission);
  stage.levels[by.level]?.columns.push({ name, text: `${identifier(found)}.${identifier(found)}` });
  stage.known.set(key, valueOf(sql, FALSE));
  return sql;
}

/** By which a column that may stop the statement is known. */
export const outsideTheCalendar = "outside the calendar: ";

/** A day outside the calendar stops the statement: the cast of a text that is no number fails. */
function checked(found: Sql, asked: Sql, place: Place): Sql {
  const { textOf, text } = place.emission.dialect;
  const message = built(`CONCAT(${text(outsideTheCalendar).text}, ${textOf(asked).text})`, [asked]);
  return firstOf(
    [
      {
        when: and(isNull(found), built(`(${asked.text} IS NOT NULL)`, [asked], false)),
        then: built(`CAST(${message.text} AS BIGINT)`, [message]),
      },
    ],
    found,
  );
}

function checkedTruth(found: Sql, asked: Sql, place: Place): Sql {
  const stop = checked(
    found.nullable ? built(`(CASE WHEN ${found.text} IS NULL THEN NULL ELSE 1 END)`, [found], true) : found,
    asked,
    place,
  );
  return firstOf([{ when: compared(stop, "=", number(1)), then: found }], NULL);
}
