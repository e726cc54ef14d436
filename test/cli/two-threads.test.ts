// `avtal test` with a second thread: what comes out is what one thread alone gives, also where the other one is lost.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import { readWorkspace } from "@avtal/replay/read-workspace";
import { readScenarioFiles } from "@avtal/replay/scenarios/files";
import { generatedTarget } from "@avtal/replay/scenarios/run/targets";
import { testScenarios } from "@avtal/replay/scenarios/test-scenarios";
import { startSecondThread } from "@avtal/replay/scenarios/threads/test-in-two-threads";
import { inFolder } from "../harness/data-file.ts";
import { root } from "./avtal.ts";

const folder = join(root, "agreements");
const compilation = compile(readWorkspace({ folder, sources: undefined }).workspace);
const programs = compilation.kind === "accepted" ? compilation.programs : new Map<string, never>();
const { texts } = readScenarioFiles(folder, (path) => path.startsWith("lbk/") || path.startsWith("lus/"));
const alone = testScenarios(texts, programs, generatedTarget);

test("the second thread of the built command line gives the same results in the same order", async () => {
  expect(alone.files.length).toBeGreaterThan(5);
  const second = startSecondThread(join(root, "cli/dist/scenario-thread.js"), texts);
  expect(await second.test(programs)).toEqual(alone);
});

describe("a lost thread loses no case", () => {
  const lost: [string, string][] = [
    ["ends at once", "process.exit(0);"],
    ["fails", "throw new Error('no');"],
    ["reads nothing and answers nothing", "setTimeout(() => {}, 50);"],
    [
      "takes files and fails",
      "const { workerData: { shares } } = require('node:worker_threads'); Atomics.store(shares, shares.length - 1, 1); throw new Error('no');",
    ],
  ];
  test.each(lost)("when it %s", (_, script) =>
    inFolder(async (place) => {
      const path = join(place, "thread.cjs");
      writeFileSync(path, script);
      expect(await startSecondThread(path, texts).test(programs)).toEqual(alone);
    }),
  );
});
