// The table of contents: from the texts of scenario and outcome files to what became of every case.
// Rule: texts in, data out; reading and writing files is somebody else's. A file's cases are the same whether it is tested
// with the others or by itself.

import type { Program } from "@avtal/compiler/ir/ir";
import type { Problem } from "@avtal/compiler/problem";
import type { SourceFile } from "@avtal/compiler/source";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { heldScenarios, inOrder } from "./hold/scenarios-from-files.ts";
import { caseName, type CaseResult } from "./matrix/case-result.ts";
import { resultsOf, targetsByAgreement } from "./matrix/matrix.ts";
import { outcomePath, outcomesFrom, outcomesText, type RecordedOutcome } from "./matrix/outcome-file.ts";
import { noMemory, type Memory } from "./remembered/memory.ts";
import { fileFromText, type WrittenReading } from "./read/file-from-plain.ts";
import type { Targets } from "./run/targets.ts";
import type { Scenario } from "./scenario.ts";

export interface ScenarioTexts {
  readonly scenarios: readonly SourceFile[];
  readonly outcomes: readonly SourceFile[];
}

/** A scenario file with the results of its scenarios. */
export interface TestedFile {
  readonly path: string;
  readonly outcomePath: string;
  readonly results: readonly CaseResult[];
  /** Lines of the outcome file that belong to no case, or to one whose outcome the scenario states. */
  readonly leftOver: readonly RecordedOutcome[];
  readonly recorded: readonly RecordedOutcome[];
}

export interface Tested {
  readonly files: readonly TestedFile[];
  readonly scenarios: readonly Scenario[];
  readonly problems: readonly Problem[];
}

/** `targetsFor` says how cases are run: `generatedTarget`, or `allTargets` held against each other. */
export function testScenarios(
  texts: ScenarioTexts,
  programs: ReadonlyMap<string, Program>,
  targetsFor: (program: Program) => Targets,
): Tested {
  const written = texts.scenarios.map(fileFromText);
  return testedOf([
    testSome({ written, outcomes: texts.outcomes }, programs, targetsByAgreement(programs, targetsFor)),
  ]);
}

/** Some scenario files, with every background that may lie behind them, and their outcome files. */
export interface SomeFiles {
  readonly written: readonly WrittenReading[];
  readonly outcomes: readonly SourceFile[];
}

/** What became of some of the files. */
export interface TestedSome {
  readonly files: readonly TestedFile[];
  readonly scenarios: readonly Scenario[];
  readonly problems: readonly Problem[];
  readonly outcomeProblems: readonly Problem[];
}

export function testSome(
  { written, outcomes }: SomeFiles,
  programs: ReadonlyMap<string, Program>,
  targets: (agreement: string) => Targets,
  memory: Memory = noMemory,
): TestedSome {
  const { scenarios, problems } = heldScenarios(written, programs);
  const read = new Map(outcomes.map((file) => [file.path, outcomesFrom(file)]));
  const files = [...new Set(scenarios.map(({ file }) => file))].sort(byCodePoint).map((path): TestedFile => {
    const recorded = read.get(outcomePath(path))?.outcomes ?? [];
    const results = scenarios
      .filter(({ file }) => file === path)
      .flatMap((scenario) =>
        resultsOf(
          scenario,
          targets(scenario.agreement),
          recorded.filter((one) => one.scenario === scenario.name),
          memory,
        ),
      );
    return { path, outcomePath: outcomePath(path), results, leftOver: leftOverOf(recorded, results), recorded };
  });
  return { files, scenarios, problems, outcomeProblems: [...read.values()].flatMap((one) => one.problems) };
}

/** All of it, where `parts` are in order of their files. */
export function testedOf(parts: readonly TestedSome[]): Tested {
  return {
    files: parts.flatMap(({ files }) => files),
    scenarios: parts.flatMap(({ scenarios }) => scenarios),
    problems: [
      ...inOrder(parts.flatMap(({ problems }) => problems)),
      ...inOrder(parts.flatMap(({ outcomeProblems }) => outcomeProblems)),
    ],
  };
}

/** The outcome file as it reads once its cases are accepted; undefined where nothing needs to be kept. */
export function acceptedOutcomes({ results, recorded }: TestedFile, reason: string): string | undefined {
  const reasonOf = new Map(recorded.map((one) => [keyOf(one), one]));
  const outcomes: RecordedOutcome[] = [];
  let before: { readonly scenario: string; readonly label: string; readonly outcome: string } | undefined;
  for (const { of: one, text, status } of results) {
    const scenario = one.scenario.name;
    const { label } = one.variant;
    const isStated = status === "held" || status === "failed";
    const follows = before?.scenario === scenario && before.label === label && before.outcome === text.sv;
    before = { scenario, label, outcome: text.sv };
    if (isStated || follows) continue;
    const wording = caseName(one);
    const known = reasonOf.get(keyOf({ scenario, wording }));
    outcomes.push({
      scenario,
      wording,
      outcome: text.sv,
      reason: known?.outcome === text.sv ? known.reason : reason,
    });
  }
  return outcomes.length === 0 ? undefined : outcomesText(outcomes);
}

function leftOverOf(recorded: readonly RecordedOutcome[], results: readonly CaseResult[]): RecordedOutcome[] {
  const open = new Set(
    results
      .filter(({ status }) => status !== "held" && status !== "failed")
      .map(({ of: one }) => keyOf({ scenario: one.scenario.name, wording: caseName(one) })),
  );
  return recorded.filter((one) => !open.has(keyOf(one)));
}

function keyOf({ scenario, wording }: Pick<RecordedOutcome, "scenario" | "wording">): string {
  return `${scenario} · ${wording}`;
}
