// A moment of nineteen signs, `2020-11-02T10:15:00`, put where it belongs: most cells of most data are such moments.
// Rule: it says what plain-moment.ts says. All of it stands in one function with few branches, as an engine writes only so
// much out in one place, and calls for two digits at a time cost more than the digits.

import { firstDayOfMonth } from "./calendar.ts";
import { firstYear, isInFold, isInGap, lastYear } from "./zone.ts";

/** False, and nothing is put, where the text has another form, is no moment, or where there is no such place. */
export function putMoment(days: Int32Array, seconds: Int32Array, at: number, text: string): boolean {
  if (text.length !== 19 || at >= days.length) return false;
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
  const secondTens = digit(text, 17);
  const secondOnes = digit(text, 18);
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
  const marks =
    dashes | (text.charCodeAt(10) ^ capitalT) | (text.charCodeAt(13) ^ colon) | (text.charCodeAt(16) ^ colon);
  const year = millennium * 1_000 + century * 100 + decade * 10 + ofDecade;
  const month = monthTens * 10 + monthOnes;
  const hour = hourTens * 10 + hourOnes;
  if (marks !== 0 || digits < 0 || year < firstYear || year > lastYear || month < 1 || month > 12 || hour > 23) {
    return false;
  }
  const place = (year - firstYear) * 12 + month - 1;
  const dayOfMonth = dayTens * 10 + dayOnes;
  const day = (firstDays[place] ?? 0) + dayOfMonth - 1;
  if (dayOfMonth < 1 || day >= (firstDays[place + 1] ?? 0)) return false;
  const second = hour * 3_600 + (minuteTens * 10 + minuteOnes) * 60 + secondTens * 10 + secondOnes;
  if (hour === hourOfChange && mayChange[month] === 1 && isChanged(day, second)) return false;
  days[at] = day;
  seconds[at] = second;
  return true;
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - 48;
}

function isChanged(day: number, second: number): boolean {
  return isInGap(day, second) || isInFold(day, second);
}

/** The clocks are changed at no other hour, */
const hourOfChange = 2;
/** and in no other months than March, April (1980), September and October: 1 for each of these. */
const mayChange = Uint8Array.of(0, 0, 0, 1, 1, 0, 0, 0, 0, 1, 1, 0, 0);
const hyphen = 45;
const colon = 58;
const capitalT = 84;

/** The first day of each month of the years that may be read, and of the month after them. */
const firstDays = Int32Array.from({ length: (lastYear - firstYear + 1) * 12 + 1 }, (_, month) =>
  firstDayOfMonth(firstYear * 12 + month),
);
