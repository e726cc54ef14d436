// What is set aside comes back whole, part by part, from memory and from disk alike.

import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { entries, hashesEnd, width } from "./entries.ts";

/** More than stay in memory. */
const many = 600_000;
const hashOf = (number: number): number => (number * 15_485_863 * 4_093) % hashesEnd;

const before = process.env["TMPDIR"];
afterEach(() => {
  if (before === undefined) delete process.env["TMPDIR"];
  else process.env["TMPDIR"] = before;
});

interface TakenBack {
  readonly sum: number;
  readonly count: number;
  /** Whether the entries of each part are whole and rise as they were set aside. */
  readonly inOrder: boolean;
}

function takenBack(): TakenBack {
  const aside = entries(many);
  for (let number = 0; number < many; number += 1) aside.add(hashOf(number), number, -number, number / 2);
  let [sum, count, inOrder] = [0, 0, true];
  for (const part of aside.parts()) {
    let last = -1;
    for (let place = 0; place < part.length; place += width) {
      const [hash = -1, number = -1, negative = 0, half = 0] = part.subarray(place, place + width);
      inOrder &&= number > last && hash === hashOf(number) && negative === -number && half === number / 2;
      last = number;
      sum += number;
      count += 1;
    }
  }
  aside.close();
  return { sum, count, inOrder };
}

const whole: TakenBack = { sum: (many * (many - 1)) / 2, count: many, inOrder: true };

test("entries come back as they were set aside, and nothing stays in the folder for passing things", () => {
  const folder = mkdtempSync(join(tmpdir(), "avtal-aside-"));
  process.env["TMPDIR"] = folder;
  expect(takenBack()).toEqual(whole);
  expect(readdirSync(folder)).toEqual([]);
  rmSync(folder, { recursive: true });
});

test("where there is no folder for passing things, they stay in memory", () => {
  process.env["TMPDIR"] = "/nowhere/at/all";
  expect(takenBack()).toEqual(whole);
});
