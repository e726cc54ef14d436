// The tests in a real VS Code: one browser and one server at a time, never part of the ordinary run.
import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["avtal-source"] },
  ssr: { resolve: { conditions: ["avtal-source"], externalConditions: ["avtal-source"] } },
  test: {
    include: ["test/vscode/**/*.e2e.ts"],
    testTimeout: 1_200_000,
    hookTimeout: 1_200_000,
    fileParallelism: false,
    sequence: { concurrent: false },
    bail: 0,
  },
});
