// G01, G12 in small: a few instants in every test run; `npm run test:crash` takes two hundred.

import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { example, filesIn } from "./example.ts";
import { instantsFrom, killedAt, unbrokenRun } from "./killed.ts";

test("a run that is killed leaves nothing or everything, and the next one is whole", async () => {
  const at = example(40);
  try {
    const words = ["run", "exempel", "--data", "mars.csv"];
    const longest = unbrokenRun(at, words);
    const { faults, before, after } = await killedAt(at, words, instantsFrom(7, 4, longest * 1.2));
    expect(faults).toEqual([]);
    expect(before + after).toBe(4);
    expect(at.run(...words, "--out", "igen").code).toBe(0);
    expect(filesIn(at.path("igen"))).toEqual(filesIn(at.path("hel")));
    // What a killed run leaves beside its place is hidden, and no result.
    const left = readdirSync(at.folder).filter((name) => name.startsWith(".ut."));
    expect(readdirSync(at.folder).filter((name) => name.startsWith("ut")).length).toBeLessThanOrEqual(1);
    expect(left.length).toBeLessThanOrEqual(before);
  } finally {
    at.gone();
  }
});
