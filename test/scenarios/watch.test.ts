// Which files make Vitest run scenarios again in watch mode.

import { expect, test } from "vitest";
import { scenarioTriggers } from "@avtal/replay/scenarios/vitest-watch";

test("an agreement, a register, a scenario and an outcome file run the tests again, and nothing else does", () => {
  const [trigger] = scenarioTriggers("agreements/scenarios.test.ts");
  const paths = [
    "agreements/stockholm/2020-01-01.avtal",
    "agreements/national/kommuner.yaml",
    "agreements/stockholm/scenarios/gransen.yml",
    "agreements/stockholm/scenarios/gransen.utfall",
  ];
  for (const path of paths) expect(trigger?.pattern.test(path), path).toBe(true);
  for (const path of ["a.test.ts", "a.avtal.ts", "README.md", "yaml"]) expect(trigger?.pattern.test(path)).toBe(false);
  expect(trigger?.testsToRun()).toBe("agreements/scenarios.test.ts");
});
