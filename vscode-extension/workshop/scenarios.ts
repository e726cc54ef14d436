// Scenarios run one by one, and their outcomes accepted.
// Rule: a scenario is run in every wording of its agreement, by the interpreter and by the generated evaluator, and a
// difference between the two is never passed over.

import { isPassed, caseName, type CaseResult } from "@avtal/replay/scenarios/matrix/case-result";
import { resultsOf, targetsByAgreement } from "@avtal/replay/scenarios/matrix/matrix";
import {
  outcomePath,
  outcomesFrom,
  outcomesText,
  reasonFrom,
  type RecordedOutcome,
} from "@avtal/replay/scenarios/matrix/outcome-file";
import { withoutIdentityNumbers } from "@avtal/replay/scenarios/read/identity-numbers";
import { mismatchWords, statusWords } from "@avtal/replay/scenarios/report/case-words";
import { placeOf as placeOfCase } from "@avtal/replay/scenarios/report/place";
import type { Targets } from "@avtal/replay/scenarios/run/targets";
import { acceptedOutcomes } from "@avtal/replay/scenarios/test-scenarios";
import type { Scenario } from "@avtal/replay/scenarios/scenario";
import type { Accepted, Lang, PlaceInFile, ScenarioCase } from "./messages.ts";
import { scenarioId, type Opened } from "./opened.ts";

/** Makes each agreement's evaluators once. */
export type TargetsOf = (agreement: string) => Targets;

export function targetsOf(opened: Opened): TargetsOf {
  return targetsByAgreement(opened.programs ?? new Map());
}

export function runScenarios(ids: readonly string[], opened: Opened, targets: TargetsOf, lang: Lang): ScenarioCase[] {
  return chosen(ids, opened).flatMap((scenario) =>
    resultsFor(scenario, opened, targets).map((result) => caseOf(result, opened, lang)),
  );
}

/** The results of a scenario, held against what its outcome file keeps. */
export function resultsFor(scenario: Scenario, { recordedOf }: Opened, targets: TargetsOf): CaseResult[] {
  const recorded = recordedOf(scenario.file).filter((one) => one.scenario === scenario.name);
  return resultsOf(scenario, targets(scenario.agreement), recorded);
}

/**
 * The outcome files with the chosen scenarios' outcomes accepted; those of a file's other scenarios stay as they are kept.
 * What a scenario itself says is changed in the scenario, and is no matter of accepting.
 */
export function acceptOutcomes(
  { ids, reason }: { readonly ids: readonly string[]; readonly reason: string },
  opened: Opened,
  targets: TargetsOf,
  lang: Lang,
): Accepted {
  const given = reasonFrom(reason);
  if (given === undefined) return { accepted: 0, files: [], refused: noReason[lang] };
  const scenarios = chosen(ids, opened);
  let accepted = 0;
  const files = [...new Set(scenarios.map(({ file }) => file))].map((path) => {
    const results = scenarios
      .filter(({ file }) => file === path)
      .flatMap((scenario) => resultsFor(scenario, opened, targets));
    accepted += results.filter(isAcceptable).length;
    const kept = opened.recordedOf(path);
    const names = new Set(results.map(({ of }) => of.scenario.name));
    const others = kept.filter(({ scenario }) => !names.has(scenario));
    const recorded = kept.filter(({ scenario }) => names.has(scenario));
    const tested = { path, outcomePath: outcomePath(path), results, leftOver: [], recorded };
    return { path: outcomePath(path), text: withOthers(acceptedOutcomes(tested, given), others) };
  });
  return accepted === 0 ? { accepted, files: [], refused: nothingToAccept[lang] } : { accepted, files, refused: "" };
}

export function chosen(ids: readonly string[], { scenarios }: Opened): readonly Scenario[] {
  const asked = new Set(ids);
  return scenarios.filter((scenario) => asked.has(scenarioId(scenario)));
}

const noReason = { sv: "Ett godtagande behöver ett skäl.", en: "Accepting needs a reason." };
const nothingToAccept = {
  sv: "Här finns inget utfall att godta. Det som scenariot självt säger ändras i scenariot.",
  en: "There is no outcome to accept here. What the scenario itself says is changed in the scenario.",
};

/** The text of an outcome file; null where nothing is left to keep. */
function withOthers(text: string | undefined, others: readonly RecordedOutcome[]): string | null {
  const accepted = text === undefined ? [] : outcomesFrom({ path: "", text }).outcomes;
  const all = [...accepted, ...others];
  return all.length === 0 ? null : outcomesText(all);
}

function isAcceptable({ status }: CaseResult): boolean {
  return status === "changed" || status === "moved" || status === "new";
}

function caseOf(result: CaseResult, opened: Opened, lang: Lang): ScenarioCase {
  const { of: one, status, mismatches, yardstick } = result;
  const said = [statusWords[status][lang], ...mismatchWords(result).map((words) => words[lang])];
  return {
    id: scenarioId(one.scenario),
    name: caseName(one),
    passed: isPassed(result),
    acceptable: isAcceptable(result),
    place: casePlace(result, opened),
    message: withoutIdentityNumbers(said.join("\n")),
    expected: withoutIdentityNumbers(yardstick ?? mismatches.map(({ expected }) => expected[lang]).join("\n")),
    actual: withoutIdentityNumbers(cameOut(result, lang)),
  };
}

/** Held against an outcome file it is said in the file's own words, lest two languages look like a difference. */
function cameOut(result: CaseResult, lang: Lang): string {
  const { text, yardstick, mismatches } = result;
  if (yardstick !== null && !isPassed(result)) return text.sv;
  return mismatches.length > 0 ? mismatches.map(({ actual }) => actual[lang]).join("\n") : text[lang];
}

function casePlace(result: CaseResult, { textOf }: Opened): PlaceInFile {
  const { file, line, column } = placeOfCase(result, textOf, (path) => path);
  const start = { line: line - 1, character: column - 1 };
  const end = (textOf(file).split("\n")[start.line] ?? "").replace(/\r$/u, "").length;
  return { path: file, start, end: { line: start.line, character: Math.max(end, start.character) } };
}
