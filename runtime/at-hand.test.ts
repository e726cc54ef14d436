// What lies at hand of a column: each record at its place, brought once for a stretch of a run.

import { expect, test } from "vitest";
import { bring } from "./at-hand.ts";
import { placeOf, recordsAtHand } from "./kernel-steps.ts";

const most = 3 * recordsAtHand;
const column = Int32Array.from({ length: most }, (_, record) => record + 1);
const aRun = (): Uint8Array => new Uint8Array(recordsAtHand);
const newHand = (): Int32Array => new Int32Array(recordsAtHand);

test.each([
  ["from where places begin", 0, recordsAtHand],
  ["over where they begin anew", recordsAtHand - 10, 2 * recordsAtHand - 10],
  ["a few", recordsAtHand + 7, recordsAtHand + 12],
  ["a few over where they begin anew", 2 * recordsAtHand - 2, 2 * recordsAtHand + 3],
  ["the last", most - 1, most],
])("every record of a stretch is at its place: %s", (_, from, until) => {
  const hand = newHand();
  bring(hand, column, from, until, aRun());
  const there = Array.from({ length: until - from }, (_each, index) => hand[placeOf(from + index)]);
  expect(there).toEqual([...column.subarray(from, until)]);
});

test("a stretch is brought once, and from a later record of it not again", () => {
  const [hand, run] = [newHand(), aRun()];
  bring(hand, column, 0, 100, run);
  hand[50] = -1;
  bring(hand, column, 40, 100, run);
  expect([hand[39], hand[50], hand[99]]).toEqual([40, -1, 100]);
});

test("the next stretch, and the same stretch of another run, are brought", () => {
  const [hand, run, other] = [newHand(), aRun(), column.map((value) => -value)];
  bring(hand, column, 0, 100, run);
  bring(hand, column, 100, 200, run);
  expect(hand[150]).toBe(151);
  bring(hand, other, 100, 200, aRun());
  expect(hand[150]).toBe(-151);
  bring(hand, column, 100, 200, run);
  expect(hand[150]).toBe(151);
});
