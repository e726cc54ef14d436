// `avtal scenario from`: a real line of a run as a scenario that passes at once and tells nothing of who the patients are.

import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lineNeedsOthers } from "@avtal/replay/problems/line-needs-others";
import { example, type Example } from "../evidence/example.ts";

let at: Example;
let line = "";

beforeAll(() => {
  at = example(7);
  const rows = readFileSync(at.path("mars.csv"), "utf8").trimEnd().split("\n");
  const [head = "", ...episodes] = rows;
  const withPatients = episodes.map((row, index) => `${row.replace("v-", "vt-9")};pseudonym-${index % 3}`);
  writeFileSync(at.path("mars.csv"), `${[`${head};patient`, ...withPatients].join("\n")}\n`);
  expect(at.run("run", "exempel", "--data", "mars.csv", "--out", "ut")).toMatchObject({ code: 0 });
  line = readFileSync(at.path("ut/lines.csv"), "utf8").split("\n")[1]?.split(",")[0]?.replaceAll('"', "") ?? "";
  mkdirSync(at.path("agreements/exempel/scenarios"), { recursive: true });
});
afterAll(() => at.gone());

test("a line becomes a scenario without ids and pseudonyms, which passes avtal test at once", () => {
  const place = "agreements/exempel/scenarios/ur-en-korning.yaml";
  const made = at.run("scenario", "från", line, "--run", "ut", "--out", place);
  expect(made.code, made.err).toBe(0);
  const text = readFileSync(at.path(place), "utf8");
  expect(text).not.toMatch(/vt-9|pseudonym/u);
  expect(text).toContain("2025-03-05 09:00");
  const tested = at.run("test", place, "--targets");
  expect(tested.code, tested.out + tested.err).toBe(0);
  expect(tested.out).toMatch(/^\d+ fall, alla som de ska\.$/mu);
});

test("the scenario is printed where no file is named, and holds the line's own amount", () => {
  const { code, out } = at.run("scenario", "from", line, "--run", "ut");
  expect(code).toBe(0);
  expect(out.split("\n")[0]).toBe("avtal: exempel");
  const amount = /belopp: (.*)$/mu.exec(out)?.[1]?.replaceAll(/\s/gu, "") ?? "";
  const said = readFileSync(at.path("ut/fakturarader.csv"), "utf8").replaceAll(/[\s\u00a0]/gu, "");
  expect(amount).toMatch(/^\d+(?:,\d\d)?kr$/u);
  expect(said).toContain(amount.replace("kr", ""));
});

test("a line that is not in the run is refused with the nearest", () => {
  const { code, err } = at.run("scenario", "from", `${line}x`, "--run", "ut");
  expect(code).toBe(2);
  expect(err).toContain("AV9212");
  expect(err).toContain(line);
});

test("a line that hangs on more than its own episodes is refused with what to do", () => {
  const problem = lineNeedsOthers("ut", "0001-2025-03-dialog");
  expect(problem.code).toBe("AV9214");
  expect(problem.headline.sv).toContain("0001-2025-03-dialog");
  expect(problem.advice.sv).toContain("för hand");
});

test("a changed data file is refused", () => {
  const text = readFileSync(at.path("mars.csv"), "utf8");
  writeFileSync(at.path("mars.csv"), text.replace("14:00", "15:00"));
  const { code, err } = at.run("scenario", "from", line, "--run", "ut");
  writeFileSync(at.path("mars.csv"), text);
  expect(code).toBe(2);
  expect(err).toMatch(/AV\d{4}/u);
});
