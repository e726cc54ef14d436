// Weekdays: which days count, how many lie in a span, which is the nth after a date.
// Rule: what is no weekday is said by the document (`vardagar utom …`), never assumed here.

import { dayOfWeek, type Day } from "./calendar.ts";
import { isChristmasEve, isMidsummerEve, isNewYearsEve, isPublicHoliday } from "./holidays.ts";

/** The days that a document may take out of its weekdays. */
export type ExceptedDay = "saturdays" | "sundays" | "publicHolidays" | "midsummerEve" | "christmasEve" | "newYearsEve";

export function isWeekday(day: Day, except: ReadonlySet<ExceptedDay>): boolean {
  const ofWeek = dayOfWeek(day);
  if (ofWeek === 6 && except.has("saturdays")) return false;
  if (ofWeek === 7 && except.has("sundays")) return false;
  if (except.has("publicHolidays") && isPublicHoliday(day)) return false;
  if (except.has("midsummerEve") && isMidsummerEve(day)) return false;
  if (except.has("christmasEve") && isChristmasEve(day)) return false;
  return !(except.has("newYearsEve") && isNewYearsEve(day));
}

/** How many weekdays lie in a span, each end counted or not as said; never negative. */
export function weekdaysInSpan(span: {
  readonly from: Day;
  readonly fromCounted: boolean;
  readonly to: Day;
  readonly toCounted: boolean;
  readonly except: ReadonlySet<ExceptedDay>;
}): number {
  const first = span.fromCounted ? span.from : span.from + 1;
  const last = span.toCounted ? span.to : span.to - 1;
  let count = 0;
  for (let day = first; day <= last; day += 1) if (isWeekday(day, span.except)) count += 1;
  return count;
}

/** The nth weekday after a date, before it where `count` is negative; the date itself for 0. */
export function addWeekdays(day: Day, count: number, except: ReadonlySet<ExceptedDay>): Day {
  if (!Number.isSafeInteger(count)) throw new RangeError("Weekdays are added in whole numbers.");
  const step = count < 0 ? -1 : 1;
  let at = day;
  for (let left = Math.abs(count); left > 0;) {
    at += step;
    if (isWeekday(at, except)) left -= 1;
  }
  return at;
}
