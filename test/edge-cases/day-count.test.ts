// Rows 1–13 and 17 of the edge cases: how many days lie between day zero and the day of discharge.

import { expect, test } from "vitest";
import { daysOf, episode, refusalsOf, run, programNamed } from "./model.ts";

const program = programNamed("dagräkning");
const days = (notice: string, discharge: string, readings: Record<string, string> = {}): string | undefined =>
  daysOf(run(program, [episode("e", notice, discharge)], readings))["e"];

test("row 1: a discharge on the day of the notice is no day, and the episode is there", () => {
  const result = run(program, [episode("e", "2026-01-12T09:00", "2026-01-12T16:00")]);
  expect(daysOf(result)).toEqual({ e: "0" });
  expect(result.notes).toEqual([]);
});

test("row 2: a second before noon to a minute past midnight is one day", () => {
  expect(days("2026-01-12T11:59:59", "2026-01-13T00:01:00")).toBe("1");
});

test.each([
  ["före-tolv", "0"],
  ["senast-tolv", "1"],
  ["efter-tolv", "1"],
])("row 3: exactly noon, in time read as %s", (reading, expected) => {
  expect(days("2026-01-12T12:00:00", "2026-01-13T10:00", { "klockan-12": reading })).toBe(expected);
});

test.each([
  ["före-tolv", "2026-01-12T11:59:59", "1"],
  ["senast-tolv", "2026-01-12T12:00:01", "0"],
  ["efter-tolv", "2026-01-12T12:00:01", "0"],
])("row 3: the second beside noon, in time read as %s", (reading, notice, expected) => {
  expect(days(notice, "2026-01-13T10:00", { "klockan-12": reading })).toBe(expected);
});

test("row 4: a discharge before day zero is no day", () => {
  const result = run(program, [episode("e", "2026-01-12T14:00", "2026-01-12T18:00")]);
  expect(daysOf(result)).toEqual({ e: "0" });
});

test("row 5: two days over the night when the clock goes forward", () => {
  expect(days("2026-03-28T10:00", "2026-03-30T10:00")).toBe("2");
});

test("row 6: two days over the night when the clock goes back", () => {
  expect(days("2026-10-24T10:00", "2026-10-26T10:00")).toBe("2");
});

test("row 7: a local time that does not exist is refused", () => {
  expect(refusalsOf(program, [episode("e", "2026-03-29 02:30", "2026-03-30 10:00")])).toEqual([
    { row: 1, column: "ready_notice_at", reason: "gap" },
  ]);
});

test("row 8: a local time that exists twice has one date, and is refused beside a withdrawal in the same hour", () => {
  expect(days("2026-10-25 02:30", "2026-10-26 10:00")).toBe("1");
  expect(days("2026-10-25T00:30Z", "2026-10-26 10:00")).toBe("1");
  expect(days("2026-10-25T01:30Z", "2026-10-26 10:00")).toBe("1");
  const withdrawn = { ready_withdrawn_at: "2026-10-25 02:45", ready_reissued_at: "2026-10-25 09:00" };
  expect(refusalsOf(program, [episode("e", "2026-10-25 02:30", "2026-10-26 10:00", withdrawn)])).toEqual([
    { row: 1, column: "ready_notice_at", reason: "unclear-order" },
    { row: 1, column: "ready_withdrawn_at", reason: "unclear-order" },
  ]);
});

test("row 9: ten o'clock UTC in July is noon in Stockholm", () => {
  expect(days("2026-07-01T10:00:00Z", "2026-07-03T15:00")).toBe("1");
});

test("row 10: in January noon in Stockholm is eleven UTC", () => {
  expect(days("2026-01-15T10:59:59Z", "2026-01-17T15:00")).toBe("2");
  expect(days("2026-01-15T11:00:00Z", "2026-01-17T15:00")).toBe("1");
});

test("row 11: midnight begins the next day, and 24:00 is refused", () => {
  expect(days("2026-05-10T08:00", "2026-05-11T00:00")).toBe("1");
  expect(days("2026-05-10T08:00", "2026-05-10T23:59:59")).toBe("0");
  expect(refusalsOf(program, [episode("e", "2026-05-10T08:00", "2026-05-10T24:00")])).toEqual([
    { row: 1, column: "discharged_at", reason: "hour-24" },
  ]);
});

test.each([
  ["2028", "2"],
  ["2027", "1"],
  ["2100", "1"],
])("row 13: from 28 February to 1 March %s", (year, expected) => {
  expect(days(`${year}-02-28T09:00`, `${year}-03-01T15:00`)).toBe(expected);
});

test.each([
  ["omstart", "2"],
  ["läggs-ihop", "4"],
])("row 17: a notice withdrawn and given again, read as %s", (reading, expected) => {
  const again = { ready_withdrawn_at: "2026-04-03T10:00", ready_reissued_at: "2026-04-07T13:00" };
  const records = [episode("e", "2026-04-01T09:00", "2026-04-10T15:00", again)];
  expect(daysOf(run(program, records, { avbrott: reading }))).toEqual({ e: expected });
});
