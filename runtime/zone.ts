// Europe/Stockholm as a table of its own: when the clock is changed, and what an instant is in civil time.
// Rule: never the host's zone data. Summer time follows the European rule: 1980 it began on the first Sunday of April,
// since 1981 on the last Sunday of March; it ended on the last Sunday of September until 1995, since 1996 of October.
// Both changes happen at 01:00 UTC. Outside the years of the table there is no answer.

import { dayOf, dayOfWeek, type Day } from "./calendar.ts";

/** Changes whenever a year or a change of the clock in this table does. */
export const zoneTableVersion = "Europe/Stockholm 1980-2100 v1";
export const firstYear = 1980;
export const lastYear = 2100;

/** First and last civil day that the table covers. */
export const firstDay: Day = certainDay(firstYear, 1, 1);
export const lastDay: Day = certainDay(lastYear, 12, 31);

/** A civil date and the second of that day, 0–86 399. */
export interface CivilMoment {
  readonly day: Day;
  readonly seconds: number;
}

const secondsPerDay = 86_400;
const winterOffset = 3_600;
const summerOffset = 7_200;
/** 02:00, where the skipped hour begins and where the repeated hour begins. */
const changeBegins = 7_200;
const changeEnds = 10_800;

const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => firstYear + index);
const springDays: readonly Day[] = years.map(springDay);
const autumnDays: readonly Day[] = years.map(autumnDay);
const springDaySet: ReadonlySet<Day> = new Set(springDays);
const autumnDaySet: ReadonlySet<Day> = new Set(autumnDays);
/** Instants of all changes in order: forward, back, forward, back … */
const changes: readonly number[] = years.flatMap((_, index) => [
  (springDays[index] ?? Infinity) * secondsPerDay + winterOffset,
  (autumnDays[index] ?? Infinity) * secondsPerDay + winterOffset,
]);
const firstInstant = firstDay * secondsPerDay - winterOffset;
const afterLastInstant = (lastDay + 1) * secondsPerDay - winterOffset;

/** Civil time of an instant in whole seconds since 1970-01-01T00:00:00Z; undefined outside 1980–2100. */
export function civilOfInstant(epochSeconds: number): CivilMoment | undefined {
  const offset = offsetSeconds(epochSeconds);
  if (offset === undefined) return undefined;
  const local = epochSeconds + offset;
  const day = Math.floor(local / secondsPerDay);
  return { day, seconds: local - day * secondsPerDay };
}

/** Seconds that civil time is ahead of UTC at an instant: 3 600 or 7 200; undefined outside 1980–2100. */
export function offsetSeconds(epochSeconds: number): number | undefined {
  if (!(epochSeconds >= firstInstant && epochSeconds < afterLastInstant)) return undefined;
  return changesUpTo(epochSeconds) % 2 === 1 ? summerOffset : winterOffset;
}

/** True for a civil time that does not exist: the hour from 02:00:00 that is skipped in spring. */
export function isInGap(day: Day, seconds: number): boolean {
  return seconds >= changeBegins && seconds < changeEnds && springDaySet.has(day);
}

/** True for a civil time that exists twice: the hour from 02:00:00 that is repeated in autumn. */
export function isInFold(day: Day, seconds: number): boolean {
  return seconds >= changeBegins && seconds < changeEnds && autumnDaySet.has(day);
}

/** How many changes have happened at an instant, by halving. */
function changesUpTo(epochSeconds: number): number {
  let low = 0;
  let high = changes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((changes[middle] ?? Infinity) <= epochSeconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

function springDay(year: number): Day {
  if (year === 1980) return certainDay(1980, 4, 6);
  return lastSunday(certainDay(year, 3, 31));
}

function autumnDay(year: number): Day {
  return lastSunday(year <= 1995 ? certainDay(year, 9, 30) : certainDay(year, 10, 31));
}

/** The last Sunday at or before the last day of a month. */
function lastSunday(endOfMonth: Day): Day {
  return endOfMonth - (dayOfWeek(endOfMonth) % 7);
}

function certainDay(year: number, month: number, day: number): Day {
  const found = dayOf(year, month, day);
  if (found === undefined) throw new RangeError(`No such date: ${year}-${month}-${day}`);
  return found;
}
