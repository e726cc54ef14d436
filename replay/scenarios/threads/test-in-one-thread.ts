// Scenarios tested by this thread alone, file by file, with what earlier runs found of each file.
// Rule: what comes out is what testing all files at once gives.

import type { Program } from "@avtal/compiler/ir/ir";
import { generatedTarget } from "../run/targets.ts";
import { testedOf, testScenarios, type ScenarioTexts, type Tested } from "../test-scenarios.ts";
import { keptMemories } from "./kept-memories.ts";
import type { Kept } from "./messages.ts";
import { unitsOf } from "./units.ts";

export function testInOneThread(
  texts: ScenarioTexts,
  programs: ReadonlyMap<string, Program>,
  kept: Kept | null,
): Tested {
  const units = unitsOf(texts);
  // Backgrounds alone are no unit, but what is wrong in them is said.
  if (units.count === 0) return testScenarios(texts, programs, generatedTarget);
  const tested = units.testedWith(programs, keptMemories(kept, programs));
  return testedOf(Array.from({ length: units.count }, (_, unit) => tested(unit)));
}
