import { describe, expect, test } from "vitest";
import { DateTime, IANAZone } from "luxon";
import { dayFromText } from "./calendar.ts";
import { civilOfInstant, firstDay, firstYear, isInFold, isInGap, lastDay, lastYear, offsetSeconds } from "./zone.ts";

const stockholm = IANAZone.create("Europe/Stockholm");
const hour = 3_600;

describe("the zone table against the host's zone data, through luxon", () => {
  test("every hour within three days of every change of the clock has the same offset and civil time", () => {
    for (let year = firstYear; year <= lastYear; year += 1) {
      for (const change of changesOf(year)) {
        for (let at = change - 72 * hour; at <= change + 72 * hour; at += hour) expectSame(at);
        for (const at of [change - 1, change, change + 1, change + hour - 1, change - hour]) expectSame(at);
      }
    }
  });

  test("instants spread over the whole table have the same civil time", () => {
    const first = firstDay * 86_400 - hour;
    const last = (lastDay + 1) * 86_400 - hour - 1;
    const step = 7_654_321;
    let compared = 0;
    for (let at = first; at <= last; at += step) {
      expectSame(at);
      compared += 1;
    }
    expectSame(last);
    expect(compared).toBeGreaterThan(400);
  });

  test("each year has one skipped hour and one repeated hour, where luxon has them", () => {
    for (let year = firstYear; year <= lastYear; year += 1) {
      const [spring, autumn] = changesOf(year);
      const gap = Math.floor((spring + hour) / 86_400);
      const fold = Math.floor((autumn + hour) / 86_400);
      expect([isInGap(gap, 7_199), isInGap(gap, 7_200), isInGap(gap, 10_799), isInGap(gap, 10_800)]).toEqual([
        false,
        true,
        true,
        false,
      ]);
      expect([isInFold(fold, 7_199), isInFold(fold, 7_200), isInFold(fold, 10_799), isInFold(fold, 10_800)]).toEqual([
        false,
        true,
        true,
        false,
      ]);
    }
  });
});

test("before 1980 and after 2100 there is no answer", () => {
  const first = firstDay * 86_400 - hour;
  const after = (lastDay + 1) * 86_400 - hour;
  expect(civilOfInstant(first)).toEqual({ day: firstDay, seconds: 0 });
  expect(civilOfInstant(first - 1)).toBeUndefined();
  expect(civilOfInstant(after - 1)).toEqual({ day: lastDay, seconds: 86_399 });
  expect(offsetSeconds(after)).toBeUndefined();
  expect(offsetSeconds(Number.NaN)).toBeUndefined();
});

test("the hour from 02.00 on the last Sunday of March 2026 does not exist, and on an ordinary Sunday it does", () => {
  expect(isInGap(dayFromText("2026-03-29") ?? 0, 9_000)).toBe(true);
  expect(isInGap(dayFromText("2026-03-22") ?? 0, 9_000)).toBe(false);
  expect(isInFold(dayFromText("2026-10-25") ?? 0, 9_000)).toBe(true);
  expect(isInFold(dayFromText("2026-03-29") ?? 0, 9_000)).toBe(false);
});

function expectSame(at: number): void {
  const oracle = DateTime.fromSeconds(at, { zone: stockholm });
  const seconds = oracle.hour * 3_600 + oracle.minute * 60 + oracle.second;
  const ours = civilOfInstant(at);
  const day = dayFromText(oracle.toFormat("yyyy-MM-dd"));
  if (ours?.day !== day || ours?.seconds !== seconds || offsetSeconds(at) !== oracle.offset * 60) {
    expect({ at, ours, offset: offsetSeconds(at) }).toEqual({ at, ours: { day, seconds }, offset: oracle.offset * 60 });
  }
}

/** The two instants of a year at which luxon's offset changes, found by halving. */
function changesOf(year: number): readonly [spring: number, autumn: number] {
  const noon = (month: number): number => DateTime.utc(year, month, 15, 12).toSeconds();
  return [changeBetween(noon(1), noon(7)), changeBetween(noon(7), noon(12))];
}

function changeBetween(from: number, to: number): number {
  let [before, after] = [from, to];
  const offset = stockholm.offset(before * 1_000);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (stockholm.offset(middle * 1_000) === offset) before = middle;
    else after = middle;
  }
  return after;
}
