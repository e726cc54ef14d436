// `--per-payer` and `--publish` of a run, from the outside.

import { appendFileSync, readFileSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { example, type Example } from "./example.ts";

let at: Example;
beforeAll(() => {
  at = example(3);
});
afterAll(() => at.gone());

const words = ["run", "exempel", "--data", "mars.csv"];

test("C27: each payer has a file of its own, and the run is verified with them", () => {
  expect(at.run(...words, "--out", "ut", "--per-payer").code).toBe(0);
  expect(readdirSync(at.path("ut/betalare"))).toEqual(["betalare-0001.csv"]);
  expect(at.run("verify", "ut").code).toBe(0);
});

test("C28: three episodes are too few to publish, and no other file lies beside", () => {
  expect(at.run(...words, "--out", "offentligt", "--publish").code).toBe(0);
  expect(readdirSync(at.path("offentligt")).sort()).toEqual(["manifest.json", "publicering.csv"]);
  const published = readFileSync(at.path("offentligt/publicering.csv"), "utf8");
  const rows = published.trimEnd().split("\r\n").slice(1);
  expect(rows.every((row) => row.endsWith(";..;.."))).toBe(true);
  expect(published).not.toContain("v-1");
});

test("a publication is verified by its files and its agreement, and says that nothing was computed again", () => {
  const whole = at.run("verify", "offentligt");
  expect(whole.code).toBe(0);
  expect(whole.out).toContain("Filerna är som när de publicerades, och exempel betyder detsamma.");
  expect(whole.err).toContain("Beloppen är inte omräknade");
  expect(JSON.parse(at.run("verify", "offentligt", "--json").out)).toEqual({
    formatVersion: 1,
    same: true,
    computedAgain: false,
  });
  appendFileSync(at.path("offentligt/publicering.csv"), " ");
  const edited = at.run("verify", "offentligt");
  expect([edited.code, edited.err.includes("AV8602")]).toEqual([1, true]);
});

test.each([["--per-payer"], ["--publish"]])("%s without a folder is refused", (option) => {
  const { code, err } = at.run(...words, option);
  expect([code, err.includes("AV9213")]).toEqual([2, true]);
});
