// Every scenario in every wording as a Vitest test: for agreements in this repository and in anybody's own.
// Rule: the only file that imports vitest; what is tested and how is the same as in `avtal test`.

import { describe, expect, test } from "vitest";
import { compile } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import { isError } from "@avtal/compiler/problem";
import { readWorkspace } from "../read-workspace.ts";
import { readScenarioFiles } from "./files.ts";
import { scenariosFrom } from "./hold/scenarios-from-files.ts";
import { caseName, type CaseResult } from "./matrix/case-result.ts";
import { casesOf, resultsOf, targetsByAgreement } from "./matrix/matrix.ts";
import { outcomePath, outcomesFrom, type RecordedOutcome } from "./matrix/outcome-file.ts";
import { allTargets, generatedTarget } from "./run/targets.ts";
import type { Lang } from "./report/lang.ts";
import { placeOf } from "./report/place.ts";
import { problemText } from "./report/problem-text.ts";
import type { Scenario } from "./scenario.ts";

export interface DescribedScenarios {
  /** Folder of agreements, as `import.meta.dirname` gives it: documents, registers and folders called `scenarios`. */
  readonly folder: string;
  /** Which scenario files to take, by their path relative to the folder; all where it is left out. */
  readonly only?: (path: string) => boolean;
  /** `generated` runs the generated program alone, many times faster; all targets where it is left out. */
  readonly targets?: "all" | "generated";
  /** Language of messages; Swedish where it is left out. */
  readonly lang?: Lang;
}

/** Call it at the top of a test file. A mistake in an agreement or a scenario file is a failing test of its own. */
export function describeScenarios({
  folder,
  only = () => true,
  targets: which = "all",
  lang = "sv",
}: DescribedScenarios): void {
  const read = readScenarioFiles(folder, only);
  const texts = new Map([...read.texts.scenarios, ...read.texts.outcomes].map(({ path, text }) => [path, text]));
  const textOf = (path: string): string => texts.get(path) ?? "";
  const { programs, faults } = programsIn(folder, lang);
  const { scenarios, problems } = scenariosFrom(read.texts.scenarios, programs);
  const outcomes = read.texts.outcomes.map((file) => ({ path: file.path, ...outcomesFrom(file) }));
  const found = [
    ...read.problems,
    ...(faults.length > 0 ? [] : problems),
    ...outcomes.flatMap((file) => file.problems),
  ];
  const said = [...faults, ...found.map((problem) => problemText(problem, textOf, lang))];

  test(lang === "sv" ? "överenskommelser och scenarier går att läsa" : "agreements and scenarios can be read", () => {
    expect(said.join("\n\n")).toBe("");
    expect(scenarios.length).toBeGreaterThan(0);
  });
  const recordedIn = new Map(outcomes.map((file) => [file.path, file.outcomes]));
  const targets = targetsByAgreement(programs, which === "all" ? allTargets : generatedTarget);
  for (const file of new Set(scenarios.map((scenario) => scenario.file))) {
    describe(file, () => {
      for (const scenario of scenarios.filter((one) => one.file === file)) {
        const recorded = recordedIn.get(outcomePath(file)) ?? [];
        describeScenario(scenario, targets, recorded, { textOf, lang });
      }
    });
  }
}

interface Saying {
  readonly textOf: (path: string) => string;
  readonly lang: Lang;
}

function describeScenario(
  scenario: Scenario,
  targets: ReturnType<typeof targetsByAgreement>,
  recorded: readonly RecordedOutcome[],
  { textOf, lang }: Saying,
): void {
  const { program } = targets(scenario.agreement);
  const cases = scenario.variants.flatMap((variant) => casesOf(scenario, variant, program));
  let results: readonly CaseResult[] | undefined;
  describe(scenario.name, () => {
    test.each(cases.map((one, index) => [caseName(one), index] as const))("%s", (_, index) => {
      results ??= resultsOf(
        scenario,
        targets(scenario.agreement),
        recorded.filter((one) => one.scenario === scenario.name),
      );
      const result = results[index];
      if (result === undefined) throw new Error(`The case ${index} of ${scenario.name} was not run.`);
      const { file, line } = placeOf(result, textOf, (path) => path);
      const { expected, actual } = sides(result, lang);
      expect(actual, `${file}:${line}`).toEqual(expected);
    });
  });
}

/** What was expected and what came, by what it is about, for the difference that Vitest shows. */
function sides({ mismatches, status, text }: CaseResult, lang: Lang): Record<"expected" | "actual", object> {
  const unreviewed = {
    sv: 'inte granskat: avtal test --accept "skäl"',
    en: 'not reviewed: avtal test --accept "reason"',
  };
  const open = status === "new" ? [[{ sv: "utfall", en: "outcome" }[lang], unreviewed[lang], text[lang]] as const] : [];
  const sorts = [
    ...mismatches.map(({ about, expected, actual }) => [about[lang], expected[lang], actual[lang]] as const),
    ...open,
  ];
  return {
    expected: Object.fromEntries(sorts.map(([about, expected]) => [about, expected])),
    actual: Object.fromEntries(sorts.map(([about, , actual]) => [about, actual])),
  };
}

function programsIn(
  folder: string,
  lang: Lang,
): { readonly programs: ReadonlyMap<string, Program>; readonly faults: readonly string[] } {
  const { workspace, problems } = readWorkspace({ folder, sources: undefined });
  const unread = problems.map(
    ({ code, file, headline, advice }) => `${file ?? ""} ${code} ${headline[lang]} ${advice[lang]}`,
  );
  if (unread.length > 0) return { programs: new Map(), faults: unread };
  const compilation = compile(workspace);
  if (compilation.kind === "accepted") return { programs: compilation.programs, faults: [] };
  const texts = new Map(workspace.files.map(({ path, text }) => [path, text]));
  const textOf = (path: string): string => texts.get(path) ?? workspace.registers.get(path) ?? "";
  const errors = compilation.problems.filter(isError);
  return { programs: new Map(), faults: errors.map((problem) => problemText(problem, textOf, lang)) };
}
