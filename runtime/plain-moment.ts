// Dates and moments in the form that nearly all data have, as numbers and without making anything on the way.
// Rule: what is not plainly right is -1 here, and is read with care (moment-text.ts), which alone says what is wrong.

import { firstDayOfMonth } from "./calendar.ts";
import { firstYear, isInFold, isInGap, lastYear } from "./zone.ts";

export const NOT_PLAIN = -1;

/** The day of a text that begins `2020-11-02`. Every day that may be read lies after 1970-01-01. */
export function plainDay(text: string): number {
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
 * The second of the day of `2020-11-02T10:15:00` or `2020-11-02T10:15`, without an offset, where that moment exists on
 * `day`, and once.
 */
export function plainClock(text: string, day: number): number {
  const { length } = text;
  if (length !== 16 && length !== 19) return NOT_PLAIN;
  if (text.charCodeAt(10) !== capitalT || text.charCodeAt(13) !== colon) return NOT_PLAIN;
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = length === 16 ? 0 : twoDigits(text, 17);
  if (hour < 0 || minute < 0 || second < 0 || hour > 23 || minute > 59 || second > 59) return NOT_PLAIN;
  if (length === 19 && text.charCodeAt(16) !== colon) return NOT_PLAIN;
  const seconds = hour * 3_600 + minute * 60 + second;
  return hour === hourOfChange && (isInGap(day, seconds) || isInFold(day, seconds)) ? NOT_PLAIN : seconds;
}

/** Of a text that is long enough; far below zero where two digits do not stand there, so that no sum is a number to read. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >>> 0 <= 9 && ones >>> 0 <= 9 ? tens * 10 + ones : -1_000_000;
}

/** The clocks are changed at no other hour. */
const hourOfChange = 2;
const hyphen = 45;
const colon = 58;
const capitalT = 84;

/** The first day of each month of the years that may be read, and of the month after them. */
const firstDays = Int32Array.from({ length: (lastYear - firstYear + 1) * 12 + 1 }, (_, month) =>
  firstDayOfMonth(firstYear * 12 + month),
);
