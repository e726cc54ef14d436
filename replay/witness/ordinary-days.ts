// Days on which a made-up episode may end: ordinary ones first, then those on which something changes.
// Rule: an ordinary day is a weekday early in a month without a change; the latest such day for which every value is
// known stands first.

import { civilDate, dayOf, dayOfWeek, firstDayOfMonth, monthIndex } from "@avtal/runtime/calendar";
import type { Breakpoints } from "./breakpoints.ts";

export interface Days {
  /** One in every span between changes, the best first. */
  readonly ordinary: readonly number[];
  /** Changes and the days beside them, ends of months and years, changes of the clock, a week and holidays. */
  readonly edges: readonly number[];
}

/** How long before the first change and after the last is looked at, in days. */
const beyond = 400;

export function daysOf(points: Breakpoints): Days {
  const { days } = points;
  const first = days[0] ?? usualStart;
  const last = days.at(-1) ?? usualStart;
  const marks = [first - beyond, ...days, last + beyond];
  const spans = marks.slice(0, -1).map((from, index) => ({ from, until: marks[index + 1] ?? from }));
  const found = spans.flatMap((span) => ordinaryIn(span.from, span.until) ?? []);
  const ordinary = [...new Set(found)].sort((a, b) => lacking(a, points) - lacking(b, points) || b - a);
  const beside = days.flatMap((day) => [day, day - 1, day + 1]);
  const [best = usualStart] = ordinary;
  return {
    ordinary: ordinary.length > 0 ? ordinary : [usualStart],
    edges: [...new Set([...beside, ...calendarDays(best, points)])],
  };
}

/** 2020-03-03, a Tuesday: for programs that mention no day. */
const usualStart = 18_324;

/** The latest weekday in the first half of a month that lies whole in the span; else the middle of the span. */
function ordinaryIn(from: number, until: number): number | undefined {
  if (until - from < 3) return undefined;
  for (let month = monthIndex(until); firstDayOfMonth(month) >= from; month -= 1) {
    const isWhole = firstDayOfMonth(month + 1) <= until && firstDayOfMonth(month) >= from;
    const { month: number } = civilDate(firstDayOfMonth(month));
    if (!isWhole || (!quietMonths.includes(number) && until - from > 300)) continue;
    const day = firstDayOfMonth(month) + 12;
    return day - Math.max(0, dayOfWeek(day) - 4);
  }
  return Math.floor((from + until) / 2);
}

/** Months without public holidays in their first half. */
const quietMonths: readonly number[] = [2, 9, 10];

/** How many values have no amount on a day. */
function lacking(day: number, { gaps }: Breakpoints): number {
  return gaps.filter(({ rows, until }) => {
    const row = rows.findLast(({ from }) => from === null || from <= day);
    const isOver = until !== null && day >= until;
    return isOver || row === undefined || row.cells.some(({ value }) => value === null);
  }).length;
}

function calendarDays(ordinary: number, { countsWeekdays }: Breakpoints): readonly number[] {
  const { year } = civilDate(ordinary);
  const month = monthIndex(ordinary);
  const named = [
    dayOf(year, 12, 31),
    dayOf(year, 1, 1),
    dayOf(year, 2, 28),
    dayOf(year, 3, 1),
    lastSunday(year, 3),
    lastSunday(year, 10),
    ...(countsWeekdays ? [dayOf(year, 12, 24), dayOf(year, 12, 27), dayOf(year, 6, 6), dayOf(year, 5, 1)] : []),
  ];
  const week = countsWeekdays ? [1, 2, 3, 4, 5, 6] : [];
  return [
    ...week.map((offset) => ordinary + offset),
    firstDayOfMonth(month + 1) - 1,
    firstDayOfMonth(month + 1),
    ...named.flatMap((day) => day ?? []),
  ];
}

/** The day on which the clock is changed. */
function lastSunday(year: number, month: number): number | undefined {
  const end = dayOf(year, month, 31);
  return end === undefined ? undefined : end - (dayOfWeek(end) % 7);
}
