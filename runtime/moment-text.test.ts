import { describe, expect, test } from "vitest";
import fc from "fast-check";
import { DateTime } from "luxon";
import { dateText, dayFromText } from "./calendar.ts";
import { dateFromText, momentFromText, orderIsUnclear } from "./moment-text.ts";

const civil = (text: string): string => {
  const moment = momentFromText(text);
  if (!moment.ok) return moment.reason;
  const parts = [Math.floor(moment.seconds / 3600), Math.floor(moment.seconds / 60) % 60, moment.seconds % 60];
  return `${dateText(moment.day)} ${parts.map((part) => String(part).padStart(2, "0")).join(":")}`;
};

describe("forms", () => {
  test.each([
    ["2020-11-02T10:15:00Z", "2020-11-02 11:15:00"],
    ["2020-07-02T10:15:00Z", "2020-07-02 12:15:00"],
    ["2020-11-02T10:15:00+01:00", "2020-11-02 10:15:00"],
    ["2020-11-02T10:15:00+0100", "2020-11-02 10:15:00"],
    ["2020-11-02T10:15:00-05", "2020-11-02 16:15:00"],
    ["2020-11-02T10:15:00", "2020-11-02 10:15:00"],
    ["2020-11-02 10:15", "2020-11-02 10:15:00"],
    ["2020-11-02T10:15Z", "2020-11-02 11:15:00"],
    ["2020-11-02T11:59:59.999", "2020-11-02 11:59:59"],
    ["2020-11-02T11:59:59.5Z", "2020-11-02 12:59:59"],
    ["2026-12-31T23:30Z", "2027-01-01 00:30:00"],
  ])("%s is %s", (text, expected) => expect(civil(text)).toBe(expected));
});

describe("failures by name", () => {
  test.each([
    ["", "form"],
    ["2020-11-02", "no-time-of-day"],
    ["2020-11-02T", "form"],
    ["2020-11-02X10:15", "form"],
    ["2020-11-02T10.15", "form"],
    ["2020-11-02T10:15:", "form"],
    ["2020-11-02T10:15:00.", "form"],
    ["2020-11-02T10:15:00ZZ", "form"],
    ["2020-11-02T10:15:00 +01:00", "form"],
    ["2020-11-02T10:15:00+1", "form"],
    ["2020-11-02T10:15:00+01:000", "form"],
    [" 2020-11-02T10:15", "form"],
    ["2020/11/02 10:15", "form"],
    ["02-11-2020 10:15", "form"],
    ["45000", "form"],
    ["20-11-02 10:15", "two-digit-year"],
    ["02/11/20 10:15", "two-digit-year"],
    ["2027-02-29T10:15", "no-such-date"],
    ["2027-13-01T10:15", "no-such-date"],
    ["2026-05-10T24:00", "hour-24"],
    ["2026-05-10T23:59:60", "second-60"],
    ["2026-05-10T25:00", "no-such-time"],
    ["2026-05-10T10:60", "no-such-time"],
    ["2026-05-10T10:00:61", "no-such-time"],
    ["2026-05-10T10:00+15:00", "no-such-time"],
    ["2026-05-10T10:00+01:60", "no-such-time"],
    ["2026-03-29 02:30", "gap"],
    ["1979-12-31T10:00", "year-out-of-range"],
    ["2101-01-01T10:00", "year-out-of-range"],
    ["2100-12-31T23:30Z", "year-out-of-range"],
    ["1899-01-01T10:00", "year-out-of-range"],
  ])("%s: %s", (text, expected) => expect(momentFromText(text)).toEqual({ ok: false, reason: expected }));
});

test("the hour that exists twice is read, marked, and told apart only by an offset", () => {
  const day = dayFromText("2026-10-25") ?? 0;
  expect(momentFromText("2026-10-25 02:30")).toEqual({
    ok: true,
    day,
    seconds: 9_000,
    inFold: true,
    instant: null,
  });
  const first = momentFromText("2026-10-25T00:30Z");
  const second = momentFromText("2026-10-25T01:30Z");
  expect(first).toMatchObject({ day, seconds: 9_000, inFold: true });
  expect(second).toMatchObject({ day, seconds: 9_000, inFold: true });
});

test("which of two moments came first is unclear only inside the same repeated hour", () => {
  const read = (text: string) => {
    const moment = momentFromText(text);
    if (!moment.ok) throw new Error(moment.reason);
    return moment;
  };
  const local = read("2026-10-25 02:30");
  expect(orderIsUnclear(local, read("2026-10-25 02:45"))).toBe(true);
  expect(orderIsUnclear(local, read("2026-10-25 03:00"))).toBe(false);
  expect(orderIsUnclear(local, read("2025-10-26 02:30"))).toBe(false);
  expect(orderIsUnclear(read("2026-10-25T00:30Z"), read("2026-10-25T00:45Z"))).toBe(false);
  expect(orderIsUnclear(read("2026-10-25T00:45Z"), read("2026-10-25T01:30Z"))).toBe(true);
  expect(orderIsUnclear(read("2026-10-25T00:30Z"), read("2026-10-25T01:30Z"))).toBe(true);
});

test("dates are read in one form only", () => {
  expect(dateFromText("2020-11-02")).toEqual({ ok: true, day: dayFromText("2020-11-02") });
  expect(dateFromText("2020-11-2")).toEqual({ ok: false, reason: "form" });
  expect(dateFromText("2020-11-02T00:00")).toEqual({ ok: false, reason: "form" });
  expect(dateFromText("1900-02-29")).toEqual({ ok: false, reason: "year-out-of-range" });
  expect(dateFromText("20-11-02")).toEqual({ ok: false, reason: "two-digit-year" });
});

describe("against luxon and against anything", () => {
  const seed = Date.now() & 0x7fffffff;

  test(`instants with any offset come out as luxon's civil time, seed ${seed}`, () => {
    const first = DateTime.utc(1980, 1, 2).toSeconds();
    const last = DateTime.utc(2100, 12, 30).toSeconds();
    fc.assert(
      fc.property(fc.integer({ min: first, max: last }), fc.integer({ min: -14 * 60, max: 14 * 60 }), (at, minutes) => {
        const there = DateTime.fromSeconds(at, { zone: `UTC${minutes < 0 ? "-" : "+"}${clock(Math.abs(minutes))}` });
        const oracle = DateTime.fromSeconds(at, { zone: "Europe/Stockholm" });
        const text = there.toFormat("yyyy-MM-dd'T'HH:mm:ss") + (minutes < 0 ? "-" : "+") + clock(Math.abs(minutes));
        expect(civil(text)).toBe(oracle.toFormat("yyyy-MM-dd HH:mm:ss"));
      }),
      { seed, numRuns: 2_000 },
    );
  });

  test(`no text makes it throw, seed ${seed}`, () => {
    const digits = fc.string({ unit: fc.constantFrom(..."0123456789-:TZ+ .,/"), maxLength: 30 });
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "binary" }), digits),
        (text) => typeof momentFromText(text).ok === "boolean",
      ),
      { seed, numRuns: 5_000 },
    );
  });
});

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}
