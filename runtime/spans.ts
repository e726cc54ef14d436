// Spans between two dates or two moments, counted in whole days.
// Rule: never negative; that a span ran backwards is asked for by itself, so that it can be noted.

import type { Day } from "./calendar.ts";

const secondsPerDay = 86_400;

/** The dates that lie in the span, each end counted or not as said; never negative. */
export function calendarDays(from: Day, fromCounted: boolean, to: Day, toCounted: boolean): number {
  const first = fromCounted ? from : from + 1;
  const last = toCounted ? to : to - 1;
  return last < first ? 0 : last - first + 1;
}

/** True where the end of a span lies on an earlier date than its start. */
export function ranBackwards(from: Day, to: Day): boolean {
  return to < from;
}

/** Begun 24-hour periods on the civil clock; 0 where the end is at or before the start. */
export function begunDays(fromDay: Day, fromSeconds: number, toDay: Day, toSeconds: number): number {
  const seconds = (toDay - fromDay) * secondsPerDay + toSeconds - fromSeconds;
  return seconds <= 0 ? 0 : Math.ceil(seconds / secondsPerDay);
}

/** True where the later moment of `påbörjade dygn` lies before the earlier one. */
export function momentsRanBackwards(fromDay: Day, fromSeconds: number, toDay: Day, toSeconds: number): boolean {
  return toDay < fromDay || (toDay === fromDay && toSeconds < fromSeconds);
}
