// Tests run on the sources; nothing needs to be built first.
import { defineConfig } from "vitest/config";
import { optimiseLate } from "./cli/late-optimiser.ts";
import { commands } from "./vitest.commands.config.ts";
import { differences } from "./vitest.differences.config.ts";

// Most of what tests run, they run a few times.
optimiseLate();

export default defineConfig({
  resolve: { conditions: ["avtal-source"] },
  ssr: { resolve: { conditions: ["avtal-source"], externalConditions: ["avtal-source"] } },
  test: {
    include: ["**/*.test.ts"],
    // These take minutes and have commands of their own: `npm run test:commands`, `npm run test:differences`.
    exclude: ["**/node_modules/**", "**/dist/**", "**/.cache/**", ...commands, ...differences],
    globalSetup: ["test/harness/samples-folder.ts"],
    // A hang must end some day; nothing else is said by a limit, for the machine may be much slower than ours.
    testTimeout: 900_000,
    hookTimeout: 900_000,
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
