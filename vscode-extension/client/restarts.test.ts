// E10: a server that is killed comes back five times, and then a person is told.

import { expect, test } from "vitest";
import { recentEnds, startsAgain } from "./restarts.ts";

test("five ends in ten minutes are followed by a start, the sixth is not", () => {
  let ends: readonly number[] = [];
  const started = [1, 2, 3, 4, 5, 6].map((second) => {
    ends = recentEnds(ends, second * 1_000);
    return startsAgain(ends);
  });
  expect(started).toEqual([true, true, true, true, true, false]);
});

test("an end of long ago does not count", () => {
  const early = [0, 1_000, 2_000, 3_000, 4_000];
  expect(startsAgain(recentEnds(early, 5_000))).toBe(false);
  expect(startsAgain(recentEnds(early, 700_000))).toBe(true);
});
