// Tests run on the sources; nothing needs to be built first.
import { defineConfig } from "vitest/config";
import { differences } from "./vitest.differences.config.ts";

export default defineConfig({
  resolve: { conditions: ["avtal-source"] },
  ssr: { resolve: { conditions: ["avtal-source"], externalConditions: ["avtal-source"] } },
  test: {
    include: ["**/*.test.ts"],
    // The folders of `vitest.differences.config.ts` take minutes: `npm run test:differences`.
    exclude: ["**/node_modules/**", "**/dist/**", "**/.cache/**", ...differences],
    testTimeout: 60_000,
    pool: "threads",
    // No module keeps anything that a test could change, so the files share one reading of the compiler.
    isolate: false,
    // Both cores of a small machine; by itself one would be left idle.
    maxWorkers: 2,
    // In watch mode the scenarios run again when an agreement, a register or a scenario changes.
    watchTriggerPatterns: [
      { pattern: /agreements\/.*\.(?:avtal|ya?ml|utfall)$/, testsToRun: () => "agreements/scenarios.test.ts" },
    ],
  },
});
