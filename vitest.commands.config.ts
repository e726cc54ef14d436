// The tests that start the built command line as a process of its own, each time anew: `npm run test:commands`.
import { defineConfig } from "vitest/config";

export const commands = ["test/cli/**/*.test.ts"];

export default defineConfig({
  resolve: { conditions: ["avtal-source"] },
  ssr: { resolve: { conditions: ["avtal-source"], externalConditions: ["avtal-source"] } },
  test: {
    include: [...commands],
    // A hang must end some day; nothing else is said by a limit, for the machine may be much slower than ours.
    testTimeout: 900_000,
    hookTimeout: 900_000,
    pool: "threads",
    maxWorkers: 2,
  },
});
