// Dates and moments in the form that nearly all data have, as numbers and without making anything on the way.
// Rule: what is not plainly right is -1 here, and is read with care (moment-text.ts), which alone says what is wrong.

import { dayOf } from "./calendar.ts";
import { firstYear, isInFold, isInGap, lastYear } from "./zone.ts";

export const NOT_PLAIN = -1;

/** The day of a text that begins `2020-11-02`. Every day that may be read lies after 1970-01-01. */
export function plainDay(text: string): number {
  const year = twoDigits(text, 0) * 100 + twoDigits(text, 2);
  const [month, dayOfMonth] = [twoDigits(text, 5), twoDigits(text, 8)];
  if (text.charCodeAt(4) !== hyphen || text.charCodeAt(7) !== hyphen) return NOT_PLAIN;
  return year >= firstYear && year <= lastYear ? (dayOf(year, month, dayOfMonth) ?? NOT_PLAIN) : NOT_PLAIN;
}

/**
 * The second of the day of `2020-11-02T10:15:00` or `2020-11-02T10:15`, without an offset, where that moment exists on
 * `day`, and once.
 */
export function plainClock(text: string, day: number): number {
  const { length } = text;
  if (text.charCodeAt(10) !== capitalT || text.charCodeAt(13) !== colon || (length !== 16 && length !== 19)) {
    return NOT_PLAIN;
  }
  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  const second = length === 16 ? 0 : twoDigits(text, 17);
  if (hour < 0 || minute < 0 || second < 0 || hour > 23 || minute > 59 || second > 59) return NOT_PLAIN;
  if (length === 19 && text.charCodeAt(16) !== colon) return NOT_PLAIN;
  const seconds = hour * 3_600 + minute * 60 + second;
  return isInGap(day, seconds) || isInFold(day, seconds) ? NOT_PLAIN : seconds;
}

/** Far below zero where two digits do not stand there, so that no sum of them is a number that may be read. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1_000_000;
}

const hyphen = 45;
const colon = 58;
const capitalT = 84;
