// The heavier tests, each of which has its own npm script: files called `*.leg.ts`, which plain `npm test` leaves alone.
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["avtal-source"] },
  ssr: { resolve: { conditions: ["avtal-source"], externalConditions: ["avtal-source"] } },
  test: {
    include: ["**/*.leg.ts"],
    exclude: ["**/node_modules/**", "**/dist/**", "**/.cache/**"],
    globalSetup: ["test/harness/samples-folder.ts"],
    // A hang must end some day; nothing else is said by a limit, for the machine may be much slower than ours.
    testTimeout: 3_600_000,
    hookTimeout: 900_000,
    fileParallelism: false,
  },
});
