// Whether a scenario that was written from a case passes as it is: read, compiled and run as `avtal test` does it.

import type { Program } from "@avtal/compiler/ir/ir";
import { isPassed } from "../scenarios/matrix/case-result.ts";
import { allTargets } from "../scenarios/run/targets.ts";
import { testScenarios } from "../scenarios/test-scenarios.ts";
import type { ScenarioText } from "./scenario.ts";

/** Throws where it does not pass: what is shown to people has been held first, so this is our own fault. */
export function assertHolds({ agreement, text }: ScenarioText, programs: ReadonlyMap<string, Program>): void {
  const path = `${agreement}/scenarios/skillnad.yaml`;
  const { files, problems } = testScenarios({ scenarios: [{ path, text }], outcomes: [] }, programs, allTargets);
  const results = files.flatMap((file) => file.results);
  const codes = problems.map(({ code }) => code).join(", ");
  if (problems.length > 0) throw new Error(`The scenario of a made-up case cannot be read: ${codes}.`);
  if (results.length === 0 || !results.every(isPassed))
    throw new Error("The scenario of a made-up case does not pass.");
}
