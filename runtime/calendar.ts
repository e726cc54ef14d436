// The civil calendar as day numbers: days since 1970-01-01, proleptic Gregorian, without clock or zone.
// Rule: everything that counts days counts these integers; nothing here asks the host what day it is.

/** A civil date as days since 1970-01-01. */
export type Day = number;

export interface CivilDate {
  readonly year: number;
  /** 1–12 */
  readonly month: number;
  /** 1–31 */
  readonly day: number;
}

/** The day number of a civil date, or undefined where the calendar has no such date (2027-02-29). */
export function dayOf(year: number, month: number, day: number): Day | undefined {
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined;
  return dayNumber(year, month, day);
}

export function civilDate(day: Day): CivilDate {
  // Days are counted in eras of 400 years from 0000-03-01, so that the leap day comes last in its year.
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day: dayOfMonth };
}

/** `2020-11-01` */
export function dateText(day: Day): string {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return `${padded(year, 4)}-${padded(month, 2)}-${padded(dayOfMonth, 2)}`;
}

/** Reads `2020-11-01`; undefined for any other form and for a date that does not exist. */
export function dayFromText(text: string): Day | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found === null ? undefined : dayOf(Number(found[1]), Number(found[2]), Number(found[3]));
}

/** 1 Monday … 7 Sunday, as in ISO 8601. */
export function dayOfWeek(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Months since 0000-01. */
export function monthIndex(day: Day): number {
  const { year, month } = civilDate(day);
  return year * 12 + month - 1;
}

/** Quarters since 0000-Q1. */
export function quarterIndex(day: Day): number {
  return Math.floor(monthIndex(day) / 3);
}

export function yearIndex(day: Day): number {
  return civilDate(day).year;
}

export function firstDayOfMonth(index: number): Day {
  return dayNumber(Math.floor(index / 12), (((index % 12) + 12) % 12) + 1, 1);
}

/** `2022-03` */
export function monthText(index: number): string {
  return `${padded(Math.floor(index / 12), 4)}-${padded((((index % 12) + 12) % 12) + 1, 2)}`;
}

/** `2022-Q1` */
export function quarterText(index: number): string {
  return `${padded(Math.floor(index / 4), 4)}-Q${(((index % 4) + 4) % 4) + 1}`;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

function dayNumber(year: number, month: number, day: number): Day {
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, "0");
}
