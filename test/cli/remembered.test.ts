// `avtal test` run again: what earlier runs found is used, told of, and shows in nothing else.

import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { avtal, avtalAtOnce, root, type Ended } from "./avtal.ts";

let place = "";
let env: Readonly<Record<string, string>> = {};
let first: Ended = { code: null, out: "", err: "" };

function tested(words: readonly string[] = [], more: Readonly<Record<string, string>> = {}): Ended {
  return avtal(["test", "agreements/lbk", ...words], { cwd: place, env: { ...env, ...more } });
}

const said = /^\d[\d\s\u00a0]* utfall är från en tidigare körning: .*--fresh\.\n/mu;

beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), "avtal-remembered-"));
  cpSync(join(root, "agreements"), join(place, "agreements"), { recursive: true });
  env = { CI: "", AVTAL_CACHE: join(place, "cache") };
  first = tested();
});

afterAll(() => rmSync(place, { recursive: true, force: true }));

test("a run again gives the same text to the byte, and says how many outcomes are from before", () => {
  const second = tested();
  expect(first).toMatchObject({ code: 0, err: "" });
  expect(second.err).toMatch(said);
  expect(second).toMatchObject({ code: 0, out: first.out });
});

test("--fresh runs everything and says nothing of before", () => {
  expect(tested(["--fresh"])).toEqual(first);
});

test("in CI, and where the folder cannot be used, every case is run", () => {
  expect(tested([], { CI: "true" })).toEqual(first);
  const json: { remembered: object } = JSON.parse(tested(["--json"], { CI: "true" }).out);
  expect(json.remembered).toEqual({ outcomes: 0, notKept: "ci" });
  const nowhere = join(place, "agreements", "avtal.lock", "cache");
  expect(tested([], { AVTAL_CACHE: nowhere })).toEqual(first);
  const other: { remembered: object } = JSON.parse(tested(["--json"], { AVTAL_CACHE: nowhere }).out);
  expect(other.remembered).toEqual({ outcomes: 0, notKept: "no-folder" });
});

test("spoilt files are passed over and written anew", () => {
  const folder = join(place, "cache", "outcomes");
  for (const name of readdirSync(folder)) {
    const file = join(folder, name);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("ingen debitering", "en debitering"));
  }
  const after = tested();
  expect(after).toMatchObject({ code: 0, out: first.out });
  expect(tested().err).toMatch(said);
});

test("targets and coverage never use what is kept", () => {
  for (const option of ["--targets", "--coverage"]) expect(tested([option]).err).toBe("");
});

test("runs at once on one folder give what one alone gives, and leave the folder whole", async () => {
  const shared = { ...env, AVTAL_CACHE: join(place, "shared") };
  const atOnce = (words: readonly string[]): Promise<Ended> =>
    avtalAtOnce(["test", "agreements/lbk", ...words], { cwd: place, env: shared });
  // Nothing is kept at first; then one writes anew what the other reads.
  for (const second of [[], ["--fresh"]]) {
    for (const ended of await Promise.all([atOnce([]), atOnce(second)])) {
      expect(ended).toMatchObject({ code: 0, out: first.out });
      expect(ended.err.replace(said, "")).toBe("");
    }
  }
  const folder = join(place, "shared", "outcomes");
  const names = readdirSync(folder);
  expect(names.length).toBeGreaterThan(0);
  for (const name of names) {
    expect(name).toMatch(/^[0-9a-f]{64}$/u);
    const [seal = "", ...held] = readFileSync(join(folder, name), "utf8").split("\n");
    expect(seal).toBe(createHash("sha256").update(held.join("\n")).digest("hex"));
  }
  const after: { cases: number; remembered: object } = JSON.parse(tested(["--json"], shared).out);
  expect(after.remembered).toEqual({ outcomes: after.cases, notKept: null });
});
