// Dates and moments in the form that nearly all data have, as numbers and without making anything on the way.
// Rule: what is not plainly right is -1 here, and is read with care (moment-text.ts), which alone says what is wrong.

import { firstDayOfMonth } from "./calendar.ts";
import { firstYear, isInFold, isInGap, lastYear } from "./zone.ts";

export const NOT_PLAIN = -1;

/** The first day of each month of the years that may be read, and of the month after them. */
const firstDays = Int32Array.from({ length: (lastYear - firstYear + 1) * 12 + 1 }, (_, month) =>
  firstDayOfMonth(firstYear * 12 + month),
);

/** The day of a text that begins `2020-11-02`. Every day that may be read lies after 1970-01-01. */
export function plainDay(text: string): number {
  const hyphen = 45;
  if (text.length < 10 || text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return NOT_PLAIN;
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const dayOfMonth = twoDigits(text, 8);
  if (year < firstYear || year > lastYear || month < 1 || month > 12 || dayOfMonth < 1) return NOT_PLAIN;
  const place = (year - firstYear) * 12 + month - 1;
  const day = (firstDays[place] ?? 0) + dayOfMonth - 1;
  return day < (firstDays[place + 1] ?? 0) ? day : NOT_PLAIN;
}

/**
 * Puts `2020-11-02T10:15:00` or `2020-11-02T10:15` where it belongs. False, and nothing is put, where the text has another
 * form, where that moment does not exist, or exists twice, and where there is no such place.
 */
export const putMoment = momentWriter(firstDays);

type PutMoment = (days: Int32Array, seconds: Int32Array, at: number, text: string) => boolean;

/**
 * All of it stands in one function with few branches: an engine writes only so much out in one place, and calls for two
 * digits at a time cost more than the digits. It has its constants about it: a bundler makes variables of those of a module,
 * and an engine then looks at every text what they hold (10 ns of an episode, bench/evaluator.mjs).
 */
function momentWriter(ofMonths: Int32Array): PutMoment {
  const [hyphen, colon, capitalT] = [45, 58, 84];
  const [first, last] = [firstYear, lastYear];
  // The clocks are changed at no other hour, and in no other months than March, April (1980), September and October.
  const hourOfChange = 2;
  const mayChange = Uint8Array.of(0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0);
  return (days, seconds, at, text) => {
    const toSecond = text.length === 19;
    if ((!toSecond && text.length !== 16) || at >= days.length) return false;
    const millennium = digit(text, 0);
    const century = digit(text, 1);
    const decade = digit(text, 2);
    const ofDecade = digit(text, 3);
    const monthTens = digit(text, 5);
    const monthOnes = digit(text, 6);
    const dayTens = digit(text, 8);
    const dayOnes = digit(text, 9);
    const hourTens = digit(text, 11);
    const hourOnes = digit(text, 12);
    const minuteTens = digit(text, 14);
    const minuteOnes = digit(text, 15);
    const secondTens = toSecond ? digit(text, 17) : 0;
    const secondOnes = toSecond ? digit(text, 18) : 0;
    // Below zero where one of them is no digit, or is more than it may be.
    const digits =
      millennium |
      (9 - millennium) |
      century |
      (9 - century) |
      decade |
      (9 - decade) |
      ofDecade |
      (9 - ofDecade) |
      (monthTens | (9 - monthTens) | monthOnes | (9 - monthOnes) | dayTens | (9 - dayTens) | dayOnes | (9 - dayOnes)) |
      (hourTens | (9 - hourTens) | hourOnes | (9 - hourOnes) | minuteTens | (5 - minuteTens)) |
      (minuteOnes | (9 - minuteOnes) | secondTens | (5 - secondTens) | secondOnes | (9 - secondOnes));
    const dashes = (text.charCodeAt(4) ^ hyphen) | (text.charCodeAt(7) ^ hyphen);
    const ofClock = (text.charCodeAt(10) ^ capitalT) | (text.charCodeAt(13) ^ colon);
    const marks = dashes | ofClock | (toSecond ? text.charCodeAt(16) ^ colon : 0);
    const year = millennium * 1_000 + century * 100 + decade * 10 + ofDecade;
    const month = monthTens * 10 + monthOnes;
    const hour = hourTens * 10 + hourOnes;
    if (marks !== 0 || digits < 0 || year < first || year > last || month < 1 || month > 12 || hour > 23) return false;
    const place = (year - first) * 12 + month - 1;
    const dayOfMonth = dayTens * 10 + dayOnes;
    const day = (ofMonths[place] ?? 0) + dayOfMonth - 1;
    if (dayOfMonth < 1 || day >= (ofMonths[place + 1] ?? 0)) return false;
    const second = hour * 3_600 + (minuteTens * 10 + minuteOnes) * 60 + secondTens * 10 + secondOnes;
    if (hour === hourOfChange && mayChange[month] === 1 && isChanged(day, second)) return false;
    days[at] = day;
    seconds[at] = second;
    return true;
  };
}

/** Far below zero where two digits do not stand there, so that no sum with others is a number to read. */
export function twoDigits(text: string, at: number): number {
  const tens = digit(text, at);
  const ones = digit(text, at + 1);
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1_000_000;
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48;
}

function isChanged(day: number, second: number): boolean {
  return isInGap(day, second) || isInFold(day, second);
}
