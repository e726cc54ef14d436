import { expect, test } from "vitest";
import { begunDays, calendarDays, momentsRanBackwards, ranBackwards } from "./spans.ts";

test("a span holds the dates between its ends, each end as said", () => {
  expect([
    calendarDays(10, true, 13, true),
    calendarDays(10, false, 13, true),
    calendarDays(10, true, 13, false),
    calendarDays(10, false, 13, false),
  ]).toEqual([4, 3, 3, 2]);
});

test("a span within one day holds it only where both ends count", () => {
  expect([
    calendarDays(10, true, 10, true),
    calendarDays(10, false, 10, true),
    calendarDays(10, true, 10, false),
    calendarDays(10, false, 10, false),
  ]).toEqual([1, 0, 0, 0]);
  expect(ranBackwards(10, 10)).toBe(false);
});

test("a span that ran backwards is no days, and can be asked about", () => {
  expect(calendarDays(11, false, 10, true)).toBe(0);
  expect(calendarDays(20, true, 10, true)).toBe(0);
  expect(ranBackwards(11, 10)).toBe(true);
  expect(momentsRanBackwards(10, 100, 10, 99)).toBe(true);
  expect(momentsRanBackwards(10, 100, 10, 100)).toBe(false);
  expect(momentsRanBackwards(11, 0, 10, 86_399)).toBe(true);
});

test("begun days are started periods of 24 hours, and none at or before the start", () => {
  expect(begunDays(10, 36_000, 10, 36_000)).toBe(0);
  expect(begunDays(10, 36_000, 10, 36_001)).toBe(1);
  expect(begunDays(10, 36_000, 11, 36_000)).toBe(1);
  expect(begunDays(10, 36_000, 11, 36_001)).toBe(2);
  expect(begunDays(10, 36_000, 9, 0)).toBe(0);
});
