// Swedish public holidays (lag 1989:253 and its predecessors) and the eves that agreements name, computed.
// Rule: Sundays are not holidays here unless a holiday falls on one; documents name Sundays by themselves.

import { civilDate, dayOf, dayOfWeek, type Day } from "./calendar.ts";

/**
 * True for a public holiday: New Year's Day, Epiphany, Good Friday, Easter Day and Monday, 1 May, Ascension Day,
 * Whit Sunday, Whit Monday until 2004, 6 June since 2005, Midsummer Day, All Saints' Day, Christmas Day and Boxing Day.
 */
export function isPublicHoliday(day: Day): boolean {
  const { year, month, day: dayOfMonth } = civilDate(day);
  return hasFixedDate(year, month, dayOfMonth) || isSaturdayHoliday(day, month, dayOfMonth) || followsEaster(day, year);
}

/** The Friday before Midsummer Day, 19–25 June. */
export function isMidsummerEve(day: Day): boolean {
  const { month, day: dayOfMonth } = civilDate(day);
  return month === 6 && dayOfMonth >= 19 && dayOfMonth <= 25 && dayOfWeek(day) === 5;
}

export function isChristmasEve(day: Day): boolean {
  const { month, day: dayOfMonth } = civilDate(day);
  return month === 12 && dayOfMonth === 24;
}

export function isNewYearsEve(day: Day): boolean {
  const { month, day: dayOfMonth } = civilDate(day);
  return month === 12 && dayOfMonth === 31;
}

/** Easter Day of a Gregorian year, by the anonymous algorithm (Meeus, Astronomical Algorithms, chapter 8). */
export function easterDay(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const count = epact + toSunday - 7 * late + 114;
  const found = dayOf(year, Math.floor(count / 31), (count % 31) + 1);
  if (found === undefined) throw new RangeError(`No Easter Day in the year ${year}`);
  return found;
}

function hasFixedDate(year: number, month: number, dayOfMonth: number): boolean {
  switch (month) {
    case 1:
      return dayOfMonth === 1 || dayOfMonth === 6;
    case 5:
      return dayOfMonth === 1;
    case 6:
      return dayOfMonth === 6 && year >= 2005;
    case 12:
      return dayOfMonth === 25 || dayOfMonth === 26;
    default:
      return false;
  }
}

/** Midsummer Day, the Saturday 20–26 June; All Saints' Day, the Saturday 31 October–6 November. */
function isSaturdayHoliday(day: Day, month: number, dayOfMonth: number): boolean {
  if (dayOfWeek(day) !== 6) return false;
  if (month === 6) return dayOfMonth >= 20 && dayOfMonth <= 26;
  return (month === 10 && dayOfMonth === 31) || (month === 11 && dayOfMonth <= 6);
}

function followsEaster(day: Day, year: number): boolean {
  switch (day - easterDay(year)) {
    case -2:
    case 0:
    case 1:
    case 39:
    case 49:
      return true;
    case 50:
      return year <= 2004;
    default:
      return false;
  }
}
