// A draft that lowers Stockholm's limit from 1,3 to 1,2 days: the run names exactly the cases that move, and by how much.

import { join } from "node:path";
import { expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import { readWorkspace } from "@avtal/replay/read-workspace";
import { readScenarioFiles } from "@avtal/replay/scenarios/files";
import { caseName, isPassed } from "@avtal/replay/scenarios/matrix/case-result";
import { moreWords } from "@avtal/replay/scenarios/report/case-words";
import { generatedTarget } from "@avtal/replay/scenarios/run/targets";
import { testScenarios, type Tested } from "@avtal/replay/scenarios/test-scenarios";

const folder = join(import.meta.dirname, "../../agreements");
const { workspace } = readWorkspace({ folder, sources: undefined });

function programsWith(draft: string): ReadonlyMap<string, Program> {
  const compilation = compile({
    ...workspace,
    files: [...workspace.files, { path: "stockholm/utkast-1-2.avtal", text: draft }],
  });
  if (compilation.kind === "rejected") throw new Error(JSON.stringify(compilation.problems, null, 1));
  return compilation.programs;
}

const draft = `språk sv
ändring gräns-1-2 av stockholm
  utkast
  från och med 2022-03-01

värde tidsgräns
  från och med 2022-03-01: 1,2 dagar   enligt antagande "ett förslag"
`;

function testedIn(file: string, programs: ReadonlyMap<string, Program>): Tested {
  const read = readScenarioFiles(folder, (path) => path === file);
  return testScenarios(read.texts, programs, generatedTarget);
}

test("only cases of the draft's own wording move, each by what its days and cases come to", () => {
  const { files, problems } = testedIn("stockholm/scenarios/genomsnitt.yaml", programsWith(draft));
  expect(problems).toEqual([]);
  const results = files.flatMap((file) => file.results);
  const moved = results.filter((result) => !isPassed(result));
  expect(moved.length).toBeGreaterThan(0);
  for (const { of: one, status, more } of moved) {
    expect(status).toBe("moved");
    expect(caseName(one)).toMatch(/^2022-03-01/u);
    expect(more).not.toBe(0n);
  }
  // A tenth of a day more above the limit, times four episodes with a ready day (or all ten), at 9 300 kr a day.
  const sums = moved.map(({ of: one, more }) => [one.variant.label, moreWords(more).replaceAll("\u00a0", " ")]);
  expect(sums).toContainEqual(["", "+3 720,00 kr"]);
  expect(sums).toContainEqual(["faktor=alla", "+9 300,00 kr"]);
  // What has no more days than the lower limit stays as it was.
  const still = results.filter((result) => isPassed(result) && result.of.wording === "2022-03-01");
  for (const { text, yardstick } of still) expect(text.sv).toBe(yardstick ?? text.sv);
});
