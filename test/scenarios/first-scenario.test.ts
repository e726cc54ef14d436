// The scenario that `avtal explain AV8203` shows works in the folder that `avtal init` makes; and scenarios in the wrong
// place are never passed over.

import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import { readWorkspace } from "@avtal/replay/read-workspace";
import { readScenarioFiles } from "@avtal/replay/scenarios/files";
import { allTargets } from "@avtal/replay/scenarios/run/targets";
import { testScenarios } from "@avtal/replay/scenarios/test-scenarios";

const root = join(import.meta.dirname, "../..");
const page = readFileSync(join(root, "docs/problems/AV8203.md"), "utf8");
const example = /```yaml\n([\s\S]*?)```/u.exec(page)?.[1] ?? "";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "avtal-"));
  cpSync(join(root, "cli/template"), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

test("the first scenario of the page holds in the folder of a new user", () => {
  write("exempel/scenarios/frist.yaml", example);
  const compilation = compile(readWorkspace({ folder, sources: undefined }).workspace);
  if (compilation.kind === "rejected") throw new Error("The template does not compile.");
  const { texts } = readScenarioFiles(folder, () => true);
  const { files, problems } = testScenarios(texts, compilation.programs, allTargets);
  expect(problems).toEqual([]);
  expect(files.flatMap(({ results }) => results.map(({ status }) => status))).toEqual(["held"]);
});

describe("scenarios in the wrong place are told (AV8206), with the right one", () => {
  test.each([
    ["exempel/frist.yaml", "exempel/scenarios/frist.yaml"],
    ["exempel/scenario/frist.yaml", "exempel/scenarios/frist.yaml"],
    ["exempel/scenarier/frist.yml", "exempel/scenarios/frist.yaml"],
    ["exempel/scenarios/mars/frist.yaml", "exempel/scenarios/frist.yaml"],
    ["exempel/scenarios/frist.txt", "exempel/scenarios/frist.yaml"],
    ["exempel/scenarios/frist.yaml.txt", "exempel/scenarios/frist.yaml"],
    ["exempel/scenarios/frist.YAML", "exempel/scenarios/frist.yaml"],
    ["frist.yaml", "scenarios/frist.yaml"],
  ])("%s", (path, place) => {
    write(path, example);
    const { texts, problems } = readScenarioFiles(folder, () => true);
    expect(texts.scenarios).toEqual([]);
    expect(problems.map(({ code, span }) => [code, span.file])).toEqual([["AV8206", path]]);
    expect(problems[0]?.advice.sv).toContain(`\`${place}\``);
    expect(readScenarioFiles(folder, (asked) => asked !== path).problems).toEqual([]);
  });

  test("and a register or another text is none", () => {
    write("exempel/scenarios/anteckningar.txt", "Här skriver vi om scenarier: de är bra.\n");
    expect(readScenarioFiles(folder, () => true).problems).toEqual([]);
  });
});
