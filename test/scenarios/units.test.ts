// Scenario files tested one by one, as two threads share them, and all at once: the same cases, problems and order.

import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { SourceFile } from "@avtal/compiler/source";
import { newShares, take } from "@avtal/replay/scenarios/threads/shares";
import { unitsOf } from "@avtal/replay/scenarios/threads/units";
import { generatedTarget } from "@avtal/replay/scenarios/run/targets";
import { testedOf, testScenarios, type ScenarioTexts } from "@avtal/replay/scenarios/test-scenarios";
import { ownFolder, programs } from "./own-folder-programs.ts";

function own(path: string): SourceFile {
  return { path, text: readFileSync(join(ownFolder, path), "utf8") };
}

const good = own("scenarios/sorter.yaml");
const background = own("scenarios/bakgrund.yaml");
const outcomes = [own("scenarios/sorter.utfall")];

function oneByOne(texts: ScenarioTexts): ReturnType<typeof testedOf> {
  const units = unitsOf(texts);
  const tested = units.testedWith(programs, undefined);
  return testedOf(Array.from({ length: units.count }, (_, unit) => tested(unit)));
}

test("a file tested by itself gives what it gives among others", () => {
  const second = { path: "scenarios/annan.yaml", text: good.text };
  const texts = { scenarios: [background, good, second], outcomes };
  const together = testScenarios(texts, programs, generatedTarget);
  expect(together.files.map(({ path }) => path)).toEqual(["scenarios/annan.yaml", "scenarios/sorter.yaml"]);
  expect(oneByOne(texts)).toEqual(together);
});

test("problems of files, backgrounds and outcome files are told once and in the same order", () => {
  const second = { path: "scenarios/annan.yaml", text: good.text.replace("scenarier:", "scenarer:") };
  const wrong = { path: background.path, text: `${background.text}  påhittat-fält: ja\n` };
  const unread = outcomes.map(({ path, text }) => ({ path, text: `${text}en rad utan delar\n` }));
  const texts = { scenarios: [wrong, good, second], outcomes: unread };
  const together = testScenarios(texts, programs, generatedTarget);
  expect(together.problems.map(({ span }) => span.file)).toEqual([
    "scenarios/annan.yaml",
    "scenarios/bakgrund.yaml",
    "scenarios/sorter.utfall",
  ]);
  expect(oneByOne(texts)).toEqual(together);
});

test("a file is taken by one thread alone", () => {
  const shares = newShares(2);
  expect([take(shares, 0), take(shares, 0), take(shares, 1), take(shares, 1)]).toEqual([true, false, true, false]);
});
