import { expect, test } from "vitest";
import { NO, NOT_KNOWN, YES } from "./columns.ts";
import { and, not, or, truth, truthWord, type Truth } from "./kleene.ts";

const all: readonly Truth[] = [NO, YES, NOT_KNOWN];
/** Kleene's order: no < unknown < yes; and is the least, or the greatest. */
const rank = (of: Truth): number => (of === NO ? 0 : of === NOT_KNOWN ? 1 : 2);

test("and is the least, or the greatest of no < unknown < yes, and not turns the order around", () => {
  for (const a of all) {
    expect(rank(not(a))).toBe(2 - rank(a));
    for (const b of all) {
      expect(rank(and(a, b))).toBe(Math.min(rank(a), rank(b)));
      expect(rank(or(a, b))).toBe(Math.max(rank(a), rank(b)));
    }
  }
});

test("the words of results", () => {
  expect(all.map(truthWord)).toEqual(["no", "yes", "unknown"]);
  expect([truth(true), truth(false)]).toEqual([YES, NO]);
});
