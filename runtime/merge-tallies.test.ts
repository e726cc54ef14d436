import { expect, test } from "vitest";
import { MISSING, UNKNOWN } from "./columns.ts";
import { mergeTallies } from "./merge-tallies.ts";
import { ratio } from "./ratio.ts";
import { addFraction, addNumber, countOf, meanOf, newTally, newTallyPerKey, tallyOf, totalOf } from "./tallies.ts";
import { addOneTo } from "./kernel-steps.ts";
import { addFractionAt, addNumberAt, addSmallTo, markUnclear } from "./tally-rows.ts";

const greatest = Number.MAX_SAFE_INTEGER;

test("sums beyond the safe integers carry over, and merge to the same sum", () => {
  const [one, other, both] = [newTally(), newTally(), newTally()];
  for (const tally of [one, both]) for (const value of [greatest, 5, greatest]) addNumberAt(tally, 0, value);
  for (const tally of [other, both]) for (const value of [greatest, -7]) addNumberAt(tally, 0, value);
  mergeTallies({ days: one }, 0, { days: other }, 0);
  expect(totalOf(one)).toEqual(totalOf(both));
  expect(totalOf(one)).toEqual(ratio(3n * BigInt(greatest) - 2n));
  expect(countOf(one)).toBe(5);
});

test("adding to a row gives what turning to it and adding gives", () => {
  const [named, turned] = [newTally(), newTally()];
  for (const tally of [named, turned]) tally.grow(4);
  turned.at = 2;
  for (const value of [3, ratio(1n, 3n), 4]) addFractionAt(named, 2, value);
  for (const value of [3, ratio(1n, 3n), 4]) addFraction(turned, value);
  addOneTo(named.counts, 2);
  addSmallTo(named.wholes, named, 2, 9);
  addNumber(turned, 9);
  named.at = 2;
  expect(meanOf(named)).toEqual(meanOf(turned));
  expect(meanOf(named)).toEqual(ratio(49n, 12n));
});

test("what is absent in either part is absent in both, and unknown wins", () => {
  const [one, other] = [newTally(), newTally()];
  addSmallTo(one.wholes, one, 0, MISSING);
  addSmallTo(other.wholes, other, 0, UNKNOWN);
  mergeTallies({ days: one }, 0, { days: other }, 0);
  expect(totalOf(one)).toBe(UNKNOWN);
});

test("what is unclear in either part is unclear in both", () => {
  const [one, other] = [newTally(), newTally()];
  addOneTo(one.counts, 0);
  markUnclear(other, 0);
  mergeTallies({ episodes: one }, 0, { episodes: other }, 0);
  expect(countOf(one)).toBe(UNKNOWN);
});

test("figures per key merge key by key", () => {
  const [one, other] = [newTallyPerKey(), newTallyPerKey()];
  for (const [tally, key, value] of [[one, 1, 2] as const, [other, 1, 5] as const, [other, 2, 7] as const]) {
    const ofKey = tallyOf(tally, key);
    if (ofKey !== null) addNumber(ofKey, value);
  }
  mergeTallies({ perHospital: one }, 0, { perHospital: other }, 0);
  expect([...(one.tallies[0] ?? [])].map(([key, tally]) => [key, totalOf(tally)])).toEqual([
    [1, 7],
    [2, 7],
  ]);
});
