// G01: `kill -9` at two hundred random instants. The seed is printed, and AVTAL_SEED repeats it.

import { expect, test } from "vitest";
import { example, filesIn } from "./example.ts";
import { instantsFrom, isSame, killedAt, unbrokenRun } from "./killed.ts";

test("never half a result, and the rerun's files are those of an unbroken run", async () => {
  const seed = Number(process.env["AVTAL_SEED"] ?? process.pid);
  const count = Number(process.env["AVTAL_INSTANTS"] ?? 200);
  process.stdout.write(`seed ${seed}\n`);
  const at = example(2000);
  try {
    const words = ["run", "exempel", "--data", "mars.csv"];
    const longest = unbrokenRun(at, words);
    // Most instants in the last part of the run, where it writes.
    const early = instantsFrom(seed, Math.floor(count / 4), longest);
    const late = instantsFrom(seed + 1, count - early.length, longest * 0.6).map((instant) =>
      Math.floor(instant + longest * 0.6),
    );
    const { faults, before, after } = await killedAt(at, words, [...early, ...late]);
    process.stdout.write(`${count} instants: ${before} before the folder, ${after} after\n`);
    expect(faults).toEqual([]);
    expect(before).toBeGreaterThan(0);
    expect(after).toBeGreaterThan(0);
    expect(at.run(...words, "--out", "igen").code).toBe(0);
    expect(isSame(filesIn(at.path("igen")), filesIn(at.path("hel")))).toBe(true);
    expect(at.run("verify", "igen").code).toBe(0);
  } finally {
    at.gone();
  }
}, 1_800_000);
