import { expect, test } from "vitest";
import { dateText, dayFromText } from "./calendar.ts";
import { easterDay, isChristmasEve, isMidsummerEve, isNewYearsEve, isPublicHoliday } from "./holidays.ts";

// The calendars of 2004, 2005, 2018 and 2026 as Swedish almanacs print them.
const almanacs: readonly (readonly [year: number, holidays: readonly string[]])[] = [
  [
    2004,
    [
      "01-01",
      "01-06",
      "04-09",
      "04-11",
      "04-12",
      "05-01",
      "05-20",
      "05-30",
      "05-31",
      "06-26",
      "11-06",
      "12-25",
      "12-26",
    ],
  ],
  [
    2005,
    [
      "01-01",
      "01-06",
      "03-25",
      "03-27",
      "03-28",
      "05-01",
      "05-05",
      "05-15",
      "06-06",
      "06-25",
      "11-05",
      "12-25",
      "12-26",
    ],
  ],
  [
    2018,
    [
      "01-01",
      "01-06",
      "03-30",
      "04-01",
      "04-02",
      "05-01",
      "05-10",
      "05-20",
      "06-06",
      "06-23",
      "11-03",
      "12-25",
      "12-26",
    ],
  ],
  [
    2026,
    [
      "01-01",
      "01-06",
      "04-03",
      "04-05",
      "04-06",
      "05-01",
      "05-14",
      "05-24",
      "06-06",
      "06-20",
      "10-31",
      "12-25",
      "12-26",
    ],
  ],
];

test.each(almanacs)("the public holidays of %d", (year, holidays) => {
  expect(daysOf(year, isPublicHoliday)).toEqual(holidays.map((date) => `${year}-${date}`));
});

test("the eves that agreements name fall once a year", () => {
  expect(daysOf(2026, isMidsummerEve)).toEqual(["2026-06-19"]);
  expect(daysOf(2020, isMidsummerEve)).toEqual(["2020-06-19"]);
  expect(daysOf(2021, isMidsummerEve)).toEqual(["2021-06-25"]);
  expect(daysOf(2026, isChristmasEve)).toEqual(["2026-12-24"]);
  expect(daysOf(2026, isNewYearsEve)).toEqual(["2026-12-31"]);
});

test("Easter Day of every year from 1900 through 2199 is the Sunday after Gauss's paschal full moon", () => {
  for (let year = 1900; year <= 2199; year += 1) expect(dateText(easterDay(year))).toBe(gauss(year));
});

/** Gauss's rule for 1900–2199 (M = 24, N = 5 until 2099, then N = 6), with its two exceptions. */
function gauss(year: number): string {
  const a = year % 19;
  const d = (19 * a + 24) % 30;
  const e = (2 * (year % 4) + 4 * (year % 7) + 6 * d + (year < 2100 ? 5 : 6)) % 7;
  const late = (d === 29 && e === 6) || (d === 28 && e === 6 && a > 10);
  const day = 22 + d + e - (late ? 7 : 0);
  const [month, dayOfMonth] = day > 31 ? [4, day - 31] : [3, day];
  return `${year}-${String(month).padStart(2, "0")}-${String(dayOfMonth).padStart(2, "0")}`;
}

function daysOf(year: number, is: (day: number) => boolean): string[] {
  const first = dayFromText(`${year}-01-01`) ?? 0;
  const last = dayFromText(`${year}-12-31`) ?? 0;
  const found: string[] = [];
  for (let day = first; day <= last; day += 1) if (is(day)) found.push(dateText(day));
  return found;
}
