// `avtal test` with a second thread: what comes out is what one thread alone gives, also where the other one is lost.

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import { readWorkspace } from "@avtal/replay/read-workspace";
import { readScenarioFiles } from "@avtal/replay/scenarios/files";
import { generatedTarget } from "@avtal/replay/scenarios/run/targets";
import { hashOfFile } from "@avtal/replay/scenarios/remembered/hash-of-file";
import { testScenarios, type Tested } from "@avtal/replay/scenarios/test-scenarios";
import type { Kept } from "@avtal/replay/scenarios/threads/messages";
import { testInOneThread } from "@avtal/replay/scenarios/threads/test-in-one-thread";
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
  const second = startSecondThread(join(root, "cli/dist/scenario-thread.js"), texts, null);
  expect(await second.test(programs)).toEqual(alone);
});

test("a thread that begins before the programs are accepted gives the same, and one that is stopped then ends", async () => {
  const path = join(root, "cli/dist/scenario-thread.js");
  const rejected = startSecondThread(path, texts, null);
  rejected.begin(programs);
  rejected.stop();
  const second = startSecondThread(path, texts, null);
  second.begin(programs);
  expect(await second.test(programs)).toEqual(alone);
});

test("both threads use what an earlier run found, and keep away where the thread is of another build", () =>
  inFolder(async (place) => {
    const path = join(root, "cli/dist/scenario-thread.js");
    const kept: Kept = { folder: join(place, "kept"), build: "one", isFresh: false, script: hashOfFile(path) };
    const first = await startSecondThread(path, texts, kept).test(programs);
    expect(first).toEqual(alone);
    const second = await startSecondThread(path, texts, kept).test(programs);
    const all = alone.files.flatMap(({ results }) => results).length;
    expect(rememberedIn(second)).toBe(all);
    expect(unmarked(second)).toEqual(alone);
    const other = await startSecondThread(path, texts, { ...kept, script: "another" }).test(programs);
    expect(unmarked(other)).toEqual(alone);
    expect(testInOneThread(texts, programs, { ...kept, isFresh: true })).toEqual(alone);
    expect(rememberedIn(testInOneThread(texts, programs, kept))).toBe(all);
  }));

function rememberedIn({ files }: Tested): number {
  return files.flatMap(({ results }) => results).filter(({ isRemembered }) => isRemembered).length;
}

function unmarked(tested: Tested): Tested {
  return {
    ...tested,
    files: tested.files.map((file) => ({
      ...file,
      results: file.results.map((result) => ({ ...result, isRemembered: false })),
    })),
  };
}

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
      expect(await startSecondThread(path, texts, null).test(programs)).toEqual(alone);
    }),
  );
});
