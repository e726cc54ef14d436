// G14: what a run keeps lies in columns beside the heap, so that ten times the episodes ask for no larger one.
// Where the heap ends all the same, the engine stops the process before any word of ours: nothing is published then.

import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { filesIn } from "../evidence/example.ts";
import { avtal, type Ended } from "./avtal.ts";

const folder = mkdtempSync(join(tmpdir(), "avtal-heap-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function sample(episodes: number): string {
  const path = join(folder, `${episodes}.csv`);
  const words = [
    "data",
    "sample",
    "--episodes",
    String(episodes),
    "--from",
    "2022-01",
    "--to",
    "2022-12",
    "--agreement",
    "stockholm",
    "--out",
    path,
  ];
  if (!existsSync(path)) expect(avtal(words).code).toBe(0);
  return path;
}

/** Runs with a heap of so many megabytes. */
function run(episodes: number, heapMegabytes: number, out: string): Ended {
  const words = ["run", "stockholm", "--data", sample(episodes), "--out", join(folder, out)];
  return avtal(words, { env: { NODE_OPTIONS: `--max-old-space-size=${heapMegabytes}` } });
}

test("G14: ten times the episodes run in the same small heap", () => {
  for (const episodes of [4_000, 40_000]) expect(run(episodes, 64, `of-${episodes}`).code).toBe(0);
});

test("G14: a heap that ends before the run does leaves no folder, and what a larger one leaves is whole", () => {
  expect(run(4_000, 256, "whole").code).toBe(0);
  const published = [20, 64].map((heapMegabytes) => {
    const out = join(folder, `in-${heapMegabytes}`);
    const { code, out: said } = run(4_000, heapMegabytes, `in-${heapMegabytes}`);
    const isThere = existsSync(out);
    expect(isThere).toBe(code === 0);
    if (isThere) expect(filesIn(out)).toEqual(filesIn(join(folder, "whole")));
    else expect(said).toBe("");
    return isThere;
  });
  expect(new Set(published)).toEqual(new Set([false, true]));
});
