import { expect, test } from "vitest";
import { dateText, dayFromText } from "./calendar.ts";
import { addWeekdays, isWeekday, weekdaysInSpan, type ExceptedDay } from "./weekdays.ts";

const lbk: ReadonlySet<ExceptedDay> = new Set([
  "saturdays",
  "sundays",
  "publicHolidays",
  "midsummerEve",
  "christmasEve",
  "newYearsEve",
]);
const day = (text: string): number => {
  const found = dayFromText(text);
  if (found === undefined) throw new Error(text);
  return found;
};

test("around Christmas 2017 the weekdays are 20–22 and 27–29 December", () => {
  const weekdays = ["20", "21", "22", "23", "24", "25", "26", "27", "28", "29"].filter((date) =>
    isWeekday(day(`2017-12-${date}`), lbk),
  );
  expect(weekdays).toEqual(["20", "21", "22", "27", "28", "29"]);
});

test("each exception counts only where the document names it", () => {
  const dates = ["2026-06-19", "2026-06-20", "2026-06-21", "2026-12-24", "2026-12-25", "2026-12-31"];
  const names: readonly ExceptedDay[] = [
    "midsummerEve",
    "saturdays",
    "sundays",
    "christmasEve",
    "publicHolidays",
    "newYearsEve",
  ];
  dates.forEach((date, index) => {
    const name = names[index];
    expect(isWeekday(day(date), new Set())).toBe(true);
    expect(isWeekday(day(date), new Set(name === undefined ? [] : [name]))).toBe(false);
  });
});

test("the fourth weekday after Thursday 2017-12-21 is Friday 2017-12-29, and the fifth comes after New Year", () => {
  expect(dateText(addWeekdays(day("2017-12-21"), 5, lbk))).toBe("2018-01-02");
  expect(dateText(addWeekdays(day("2017-12-21"), 4, lbk))).toBe("2017-12-29");
  expect(dateText(addWeekdays(day("2017-12-24"), 0, lbk))).toBe("2017-12-24");
  expect(dateText(addWeekdays(day("2018-01-02"), -4, lbk))).toBe("2017-12-22");
  expect(() => addWeekdays(0, 1.5, lbk)).toThrow(RangeError);
});

test("a span counts its weekdays, each end as said, and never fewer than none", () => {
  const [from, to] = [day("2017-12-21"), day("2017-12-29")];
  const counts = [
    [true, true],
    [false, true],
    [true, false],
    [false, false],
  ].map(([fromCounted, toCounted]) =>
    weekdaysInSpan({ from, fromCounted: fromCounted === true, to, toCounted: toCounted === true, except: lbk }),
  );
  expect(counts).toEqual([5, 4, 4, 3]);
  expect(weekdaysInSpan({ from: to, fromCounted: true, to: from, toCounted: true, except: lbk })).toBe(0);
});
