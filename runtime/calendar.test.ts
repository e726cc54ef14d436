import { expect, test } from "vitest";
import { DateTime } from "luxon";
import {
  civilDate,
  dateText,
  dayFromText,
  dayOf,
  dayOfWeek,
  daysInMonth,
  firstDayOfMonth,
  monthIndex,
  monthText,
  quarterIndex,
  quarterText,
  yearIndex,
} from "./calendar.ts";

test("every day from 1899 through 2201 has the date, weekday, month and quarter that luxon gives it", () => {
  const first = dayFromText("1899-01-01") ?? 0;
  const last = dayFromText("2201-12-31") ?? 0;
  let wrong = 0;
  for (let day = first; day <= last; day += 1) {
    const oracle = DateTime.fromSeconds(day * 86_400, { zone: "utc" });
    const same =
      dateText(day) === oracle.toISODate() &&
      dayOf(oracle.year, oracle.month, oracle.day) === day &&
      dayOfWeek(day) === oracle.weekday &&
      monthIndex(day) === oracle.year * 12 + oracle.month - 1 &&
      quarterIndex(day) === oracle.year * 4 + oracle.quarter - 1 &&
      yearIndex(day) === oracle.year &&
      daysInMonth(oracle.year, oracle.month) === oracle.daysInMonth;
    if (!same) wrong += 1;
  }
  expect(wrong).toBe(0);
  expect(last - first).toBeGreaterThan(110_000);
});

test("a date that the calendar does not have is no day", () => {
  expect(dayFromText("2027-02-29")).toBeUndefined();
  expect(dayFromText("2100-02-29")).toBeUndefined();
  expect(dayFromText("2000-02-29")).toBe(11_016);
  expect(dayFromText("2020-13-01")).toBeUndefined();
  expect(dayFromText("2020-1-1")).toBeUndefined();
  expect(dayOf(2020, 4, 31)).toBeUndefined();
  expect(dayOf(2020, 0, 1)).toBeUndefined();
});

test("months and quarters are written as people read them", () => {
  const day = dayFromText("2022-03-31") ?? 0;
  expect(monthText(monthIndex(day))).toBe("2022-03");
  expect(quarterText(quarterIndex(day))).toBe("2022-Q1");
  expect(dateText(firstDayOfMonth(monthIndex(day) + 1))).toBe("2022-04-01");
  expect(civilDate(-1)).toEqual({ year: 1969, month: 12, day: 31 });
});
