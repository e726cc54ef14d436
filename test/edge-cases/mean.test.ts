// Rows 1, 12, 14 and 18–22 of the edge cases: means held against limits, exactly.
// The year of a case picks its limit: 2020 1,3 · 2021 1,4 · 2022 2,3 · 2023 1,15 · 2024 1,1 · 2025 1,35 days.

import { describe, expect, test } from "vitest";
import type { PlainRecord } from "@avtal/runtime/records";
import { episode, linesOf, programNamed, run } from "./model.ts";

const program = programNamed("snitt");

test("row 1: an episode without a day is counted in the mean", () => {
  const records = [
    episode("a", "2020-01-12T09:00", "2020-01-12T16:00"),
    episode("b", "2020-01-12T09:00", "2020-01-15T16:00"),
  ];
  expect(linesOf(run(program, records))).toEqual([["2020-01", "2/5", "3720.00"]]);
});

test("row 4: an episode that was over before day zero lowers no sum, and is noted", () => {
  const records = [
    episode("a", "2020-01-12T14:00", "2020-01-12T18:00"),
    episode("b", "2020-01-12T09:00", "2020-01-15T16:00"),
  ];
  const result = run(program, records);
  expect(linesOf(result)).toEqual([["2020-01", "2/5", "3720.00"]]);
  expect(result.notes).toEqual([{ id: "a", says: "span-ran-backwards", term: "klara-dagar" }]);
});

test("row 12: half past eleven at night UTC on New Year's Eve is January, at the next year's price", () => {
  const result = run(program, [episode("e", "2026-12-29T09:00", "2026-12-31T23:30Z")]);
  expect(linesOf(result)).toEqual([["2027-01", "33/20", "16335.00"]]);
  expect(result.lines[0]?.unitPrice).toEqual({ over: 990_000n, under: 1n });
});

test("row 14: days over the turn of a month all belong to the month of discharge", () => {
  const result = run(program, [episode("e", "2025-01-30T09:00", "2025-02-02T15:00")]);
  expect(linesOf(result)).toEqual([["2025-02", "33/20", "15345.00"]]);
});

describe("a mean equal to the limit is no line, and not a line of 0 kr", () => {
  test.each([
    ["row 18", 2020, 13, 10],
    ["row 20", 2021, 63, 45],
    ["row 20", 2022, 115, 50],
    ["row 20", 2023, 115, 100],
  ])("%s: in %i, %i days over %i episodes", (_, year, sum, count) => {
    const result = run(program, episodesWith(spread(sum, count), year));
    expect(result.lines).toEqual([]);
    expect(result.groups.map((group) => [group.outcome, group.records])).toEqual([["below-limit", count]]);
  });

  test("row 19: six episodes of two days, then fourteen of one", () => {
    const days = [...Array.from({ length: 6 }, () => 2), ...Array.from({ length: 14 }, () => 1)];
    expect(run(program, episodesWith(days, 2020)).lines).toEqual([]);
  });

  test("every sum and count with a mean of exactly 1,3 up to 200 episodes", () => {
    for (let count = 10; count <= 200; count += 10) {
      expect(run(program, episodesWith(spread((count * 13) / 10, count), 2020)).lines).toEqual([]);
    }
  });
});

test.each([
  [2024, 55, 50],
  [2025, 243, 180],
])("row 21: in %i, %i days over %i episodes are liable where equal is enough, for 0 kr", (year, sum, count) => {
  const result = run(program, episodesWith(spread(sum, count), year), { "lika-med-gränsen": "lika-räcker" });
  expect(linesOf(result)).toEqual([[`${year}-03`, "0", "0.00"]]);
});

describe("row 22: a mean that would be shown as the limit is still above it", () => {
  test("404 days over 310 episodes are one day", () => {
    expect(linesOf(run(program, episodesWith(spread(404, 310), 2020)))).toEqual([["2020-03", "1", "9300.00"]]);
  });

  test("405 days are two", () => {
    expect(linesOf(run(program, episodesWith(spread(405, 310), 2020)))).toEqual([["2020-03", "2", "18600.00"]]);
  });

  test("in Stockholm's words, with 190 episodes that have a day, 19/31 of a day", () => {
    const days = [...spread(404, 190), ...spread(0, 120)];
    const result = run(program, episodesWith(days, 2020), { faktor: "minst-en-dag" });
    expect(linesOf(result)).toEqual([["2020-03", "19/31", "5700.00"]]);
  });
});

/** Whole days that add up to `sum`, as even as they can be, the longer first. */
function spread(sum: number, count: number): number[] {
  const low = Math.floor(sum / count);
  return Array.from({ length: count }, (_, index) => (index < sum - low * count ? low + 1 : low));
}

/** Episodes discharged on 28 March after so many days. */
function episodesWith(days: readonly number[], year: number): PlainRecord[] {
  return days.map((count, index) =>
    episode(`e${index}`, `${year}-03-${String(28 - count).padStart(2, "0")}T09:00`, `${year}-03-28T15:00`),
  );
}
