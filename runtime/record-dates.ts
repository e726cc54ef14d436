// Dates and moments of a record, each of which may be absent, and what is computed from them.
// Rule: a date is its day number; a moment is one number too, its civil seconds since 0001-01-01, so that neither can be
// taken for a sentinel. Absent in, absent out.

import { dayOf, monthIndex, type Day } from "./calendar.ts";
import { MISSING, NO, UNKNOWN, YES } from "./columns.ts";
import { productOf, wholeOf, type Fraction } from "./fractions.ts";
import { calendarDays } from "./spans.ts";
import { absenceOf, exists } from "./whole-numbers.ts";
import { addWeekdays, isWeekday, weekdaysInSpan, type ExceptedDay } from "./weekdays.ts";

/** Later than every day: the date of an event that has not happened. */
export const NEVER = 9007199254740991;

/** `kalenderdagar från … till …`; what never happened has no days to count. */
export function daysBetween(from: Day, fromCounted: boolean, to: Day, toCounted: boolean): number {
  if (from <= UNKNOWN || to <= UNKNOWN) return absenceOf(from, to);
  return from === NEVER || to === NEVER ? MISSING : calendarDays(from, fromCounted, to, toCounted);
}

/** `vardagar från … till …` */
export function weekdaysBetween(
  from: Day,
  fromCounted: boolean,
  to: Day,
  toCounted: boolean,
  except: ReadonlySet<ExceptedDay>,
): number {
  if (from <= UNKNOWN || to <= UNKNOWN) return absenceOf(from, to);
  if (from === NEVER || to === NEVER) return MISSING;
  return weekdaysInSpan({ from, fromCounted, to, toCounted, except });
}

/** True where the end of a span lies before its start, both of them dates or both of them moments. */
export function runsBackwards(from: number, to: number): boolean {
  return from > UNKNOWN && to > UNKNOWN && from !== NEVER && to !== NEVER && to < from;
}

/** Date plus days. */
export function dayAfter(date: Day, days: number): Day {
  if (date <= UNKNOWN || days <= UNKNOWN) return absenceOf(date, days);
  return date === NEVER ? MISSING : withinReach(date + days);
}

/** Date plus weekdays: the nth weekday after it. */
export function weekdayAfter(date: Day, count: number, except: ReadonlySet<ExceptedDay>): Day {
  if (date <= UNKNOWN || count <= UNKNOWN) return absenceOf(date, count);
  return date === NEVER ? MISSING : withinReach(addWeekdays(date, count, except));
}

/** Moment plus hours. */
export function momentAfter(moment: number, hours: number): number {
  return moment <= UNKNOWN || hours <= UNKNOWN ? absenceOf(moment, hours) : withinReach(moment + hours * 3_600);
}

/** Moment plus hours that are no whole number; missing where that comes to no whole second. */
export function momentAfterFraction(moment: number, hours: Fraction): number {
  return momentAfterSeconds(moment, wholeOf(productOf(hours, 3_600)));
}

/** `är vardag` */
export function fallsOnWeekday(date: Day, except: ReadonlySet<ExceptedDay>): number {
  if (date <= UNKNOWN || date === NEVER) return UNKNOWN;
  return isWeekday(date, except) ? YES : NO;
}

/** Months since 0000-01. */
export function monthOf(date: Day): number {
  if (date <= UNKNOWN) return date;
  if (date === NEVER) return MISSING;
  return monthTable[date - firstTabled] ?? monthIndex(date);
}

/** Quarters since 0000-Q1. */
export function quarterOf(date: Day): number {
  const month = monthOf(date);
  return month <= UNKNOWN ? month : Math.floor(month / 3);
}

export function yearOf(date: Day): number {
  const month = monthOf(date);
  return month <= UNKNOWN ? month : Math.floor(month / 12);
}

/** `finns` of a date: no where the event has not happened. */
export function dateExists(date: Day): number {
  return date === NEVER ? NO : exists(date);
}

/** The day of `vid D`: unknown where there is none to read on. */
export function knownDay(date: Day): Day {
  return date <= UNKNOWN || date === NEVER ? UNKNOWN : date;
}

/** A moment as one number; `day` may be a sentinel. */
export function momentOf(day: Day, seconds: number): number {
  return day <= UNKNOWN ? day : (day - firstDayOfAll) * secondsPerDay + seconds;
}

export function dateOfMoment(moment: number): Day {
  return moment <= UNKNOWN ? moment : Math.floor(moment / secondsPerDay) + firstDayOfAll;
}

/** Seconds of the day. */
export function clockOfMoment(moment: number): number {
  return moment <= UNKNOWN ? moment : moment % secondsPerDay;
}

/** The clock time beside a date of a moment column. */
export function clockBeside(day: Day, seconds: number): number {
  return day <= UNKNOWN ? day : seconds;
}

/** `påbörjade dygn från … till …`: begun 24-hour periods on the civil clock, 0 where the end is not after the start. */
export function begunDaysBetween(from: number, to: number): number {
  if (from <= UNKNOWN || to <= UNKNOWN) return absenceOf(from, to);
  return to <= from ? 0 : Math.ceil((to - from) / secondsPerDay);
}

/** What `X vid D` gives where D is no day. */
export function absenceOn(date: Day): number {
  return date === UNKNOWN ? UNKNOWN : MISSING;
}

function momentAfterSeconds(moment: number, seconds: number): number {
  return moment <= UNKNOWN || seconds <= UNKNOWN ? absenceOf(moment, seconds) : withinReach(moment + seconds);
}

/** Beyond all calendars a number could be taken for a sentinel. */
function withinReach(time: number): number {
  if (time <= UNKNOWN) throw new RangeError("A date or a moment lies before every calendar.");
  return time;
}

const secondsPerDay = 86_400;
/** 0001-01-01 */
const firstDayOfAll = -719_162;

/** Months of the days of 1980–2100, so that grouping by month divides nothing. */
const firstTabled = dayOf(1980, 1, 1) ?? 0;
/** By day from 1980-01-01. */
export const monthTable: Int32Array = tabledMonths(dayOf(2101, 1, 1) ?? 0);

function tabledMonths(until: Day): Int32Array {
  const months = new Int32Array(until - firstTabled);
  let month = monthIndex(firstTabled);
  let next = firstDayAfter(month);
  for (let day = firstTabled; day < until; day += 1) {
    if (day === next) next = firstDayAfter((month += 1));
    months[day - firstTabled] = month;
  }
  return months;
}

function firstDayAfter(month: number): Day {
  return dayOf(Math.floor((month + 1) / 12), ((month + 1) % 12) + 1, 1) ?? 0;
}
