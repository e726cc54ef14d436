// Tests run on the sources; nothing needs to be built first.
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["avtal-source"] },
  ssr: { resolve: { conditions: ["avtal-source"], externalConditions: ["avtal-source"] } },
  test: {
    include: ["**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/.cache/**"],
    testTimeout: 60_000,
    pool: "threads",
    // No module keeps anything that a test could change, so the files share one reading of the compiler.
    isolate: false,
    // In watch mode the scenarios run again when an agreement, a register or a scenario changes.
    watchTriggerPatterns: [
      { pattern: /agreements\/.*\.(?:avtal|ya?ml|utfall)$/, testsToRun: () => "agreements/scenarios.test.ts" },
    ],
  },
});
