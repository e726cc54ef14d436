// The tests that run whole comparisons, reports, proofs and SQL statements: `npm run test:differences`.
import { defineConfig } from "vitest/config";

export const differences = ["compare", "evidence", "report", "sql", "witness"].map(
  (folder) => `test/${folder}/**/*.test.ts`,
);

export default defineConfig({
  resolve: { conditions: ["avtal-source"] },
  ssr: { resolve: { conditions: ["avtal-source"], externalConditions: ["avtal-source"] } },
  test: {
    include: [...differences],
    globalSetup: ["test/harness/samples-folder.ts"],
    // A hang must end some day; nothing else is said by a limit, for the machine may be much slower than ours.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    pool: "threads",
    isolate: false,
    maxWorkers: 2,
  },
});
