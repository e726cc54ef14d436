// What `avtal test` does: compiles, reads the scenarios, runs every case, shows what came out, accepts if told.

import { writeFileSync } from "node:fs";
import { resolve, sep } from "node:path";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Problem } from "@avtal/compiler/problem";
import { coverageJson } from "@avtal/replay/scenarios/coverage/json";
import { nothingPassed, type Passed } from "@avtal/replay/scenarios/coverage/passings";
import { watchedTargets } from "@avtal/replay/scenarios/coverage/watched-targets";
import { mutationJson } from "@avtal/replay/scenarios/mutation/json";
import type { Mutation } from "@avtal/replay/scenarios/mutation/survivors";
import { withoutIdentityNumbers } from "@avtal/replay/scenarios/read/identity-numbers";
import { readScenarioFiles, writeOutcomes, type ScenarioFiles } from "@avtal/replay/scenarios/files";
import { isPassed, type CaseResult } from "@avtal/replay/scenarios/matrix/case-result";
import { reasonFrom } from "@avtal/replay/scenarios/matrix/outcome-file";
import { noReason, noScenarios, outcomesNotWritten } from "@avtal/replay/scenarios/problems/asked";
import { githubCommands } from "@avtal/replay/scenarios/report/github";
import { testedJson } from "@avtal/replay/scenarios/report/json";
import { junitXml } from "@avtal/replay/scenarios/report/junit";
import { placeOf, type Place } from "@avtal/replay/scenarios/report/place";
import { outcomeStore } from "@avtal/replay/scenarios/remembered/outcome-store";
import { allTargets, type Targets } from "@avtal/replay/scenarios/run/targets";
import { acceptedOutcomes, testScenarios, type Tested } from "@avtal/replay/scenarios/test-scenarios";
import { testInOneThread } from "@avtal/replay/scenarios/threads/test-in-one-thread";
import { codeOf } from "@avtal/replay/read/open-file";
import { agreementsFolder, notThere, type AgreementsFolder } from "../agreements-folder.ts";
import { acceptedOr, compileFolder } from "../compiled.ts";
import { coverageReport } from "../coverage-report.ts";
import { countWords } from "../count-words.ts";
import { exitCode, type ExitCode } from "../exit-code.ts";
import { keepingFor, type Keeping } from "../kept-outcomes.ts";
import { mutationReport } from "../mutation-report.ts";
import { problemJson } from "../problem-json.ts";
import { renderProblem } from "../render-problem.ts";
import { sayStyle } from "../say-style.ts";
import { rememberedJson, rememberedWords } from "../remembered-report.ts";
import { secondThreadFor } from "../second-thread.ts";
import { scenarioReport } from "../scenario-report.ts";
import type { Terminal } from "../terminal.ts";
import { refuse } from "./refuse.ts";
import {
  coveredBy,
  isCoveredEnough,
  thresholdProblems,
  wantsCoverage,
  writeLcov,
  type Covered,
  type CoverageOptions,
} from "./test-coverage.ts";
import { isNoticedEnough, mutatedBy, type MutationOptions } from "./test-mutation.ts";

export interface TestOptions extends CoverageOptions, MutationOptions {
  readonly accept?: string;
  readonly json?: true;
  readonly junit?: string;
  readonly github?: true;
  readonly targets?: true;
  readonly fresh?: true;
}

export async function test(paths: readonly string[], options: TestOptions, terminal: Terminal): Promise<ExitCode> {
  const gone = notThere(paths);
  if (gone.length > 0) return refuse(gone, terminal);
  const reason = options.accept === undefined ? undefined : reasonFrom(options.accept);
  const place = scenariosPlace(paths);
  const files = readScenarioFiles(place.folder, (path) => isTyped(path, paths, place));
  const passed = nothingPassed();
  const targets = targetsAsked(options, passed);
  const keeping =
    targets === undefined ? keepingFor({ code: import.meta.url, isFresh: options.fresh === true }) : undefined;
  const kept = keeping?.kind === "kept" ? keeping.kept : null;
  // It reads the scenarios while this one compiles the agreements, and tests while this one checks what they mean.
  const second = targets === undefined ? secondThreadFor(files.texts, kept) : undefined;
  const accepted = acceptedOr(
    compileFolder(place, undefined, (programs) => second?.begin(programs)),
    terminal,
  );
  if (accepted === undefined) {
    second?.stop();
    return exitCode.refused;
  }
  const { programs } = accepted.compilation;
  const tested =
    targets === undefined
      ? ((await second?.test(programs)) ?? testInOneThread(files.texts, programs, kept))
      : testScenarios(files.texts, programs, targets);
  if (kept !== null) outcomeStore(kept.folder)?.trim();
  const covered = wantsCoverage(options) ? coveredBy(tested, programs, passed) : undefined;
  const problems = [
    ...(options.accept !== undefined && reason === undefined ? [noReason()] : []),
    ...(files.texts.scenarios.length === 0 && files.problems.length === 0
      ? [noScenarios(resolve(paths[0] ?? place.folder))]
      : []),
    ...thresholdProblems(options),
    ...files.problems,
    ...tested.problems,
  ];
  if (reason !== undefined && problems.length === 0) return accept(tested, reason, place, terminal);
  const mutated = problems.length > 0 ? undefined : mutatedBy(tested, { passed, programs }, options, terminal);
  show({ tested, problems, files, place, covered, mutated, keeping }, options, terminal);
  const unwritten = options.junit === undefined ? undefined : writeJunit(options.junit, tested, place, terminal);
  if (unwritten !== undefined) return unwritten;
  const noLcov = writeLcov(options, covered, { front: accepted.compilation.front, shown: place.shown });
  if (noLcov !== undefined) return notWritten(options.lcov ?? "", noLcov, terminal);
  if (problems.length > 0) return exitCode.refused;
  const isAsExpected = tested.files.every(({ results }) => results.every(isPassed));
  const isEnough = isCoveredEnough(options, covered) && isNoticedEnough(options, mutated);
  return isAsExpected && isEnough ? exitCode.ok : exitCode.differs;
}

/** Undefined for the generated program alone, whose results another thread can give as well. */
function targetsAsked(options: TestOptions, passed: Passed): ((program: Program) => Targets) | undefined {
  if (wantsCoverage(options) || options.mutate === true) return (program) => watchedTargets(program, passed);
  return options.targets === true ? allTargets : undefined;
}

interface Shown {
  readonly tested: Tested;
  readonly problems: readonly Problem[];
  readonly files: ScenarioFiles;
  readonly place: AgreementsFolder;
  /** Where coverage was asked for. */
  readonly covered: Covered | undefined;
  readonly mutated: Mutation | undefined;
  /** Where outcomes of earlier runs may be used. */
  readonly keeping: Keeping | undefined;
}

function show(
  { tested, problems, files, place, covered, mutated, keeping }: Shown,
  options: TestOptions,
  terminal: Terminal,
): void {
  const texts = new Map([...files.texts.scenarios, ...files.texts.outcomes].map(({ path, text }) => [path, text]));
  const textOf = (path: string): string => texts.get(path) ?? "";
  const shownText = (path: string): string => withoutIdentityNumbers(textOf(path));
  const at = (result: CaseResult): Place => placeOf(result, textOf, place.shown);
  if (options.json === true) {
    const problemsJson = problems.map((one) => problemJson(one, { textOf, shown: place.shown }));
    const mutation = mutated === undefined ? undefined : mutationJson(mutated);
    const coverage = covered === undefined ? undefined : coverageJson(covered.coverage, covered.programOf);
    const remembered = keeping === undefined ? undefined : rememberedJson(tested, keeping);
    terminal.out(testedJson({ tested, placeOf: at, problems: problemsJson, remembered, coverage, mutation }));
  } else {
    terminal.out(scenarioReport({ tested, placeOf: at }, terminal));
    if (covered !== undefined) terminal.out(`\n${coverageReport(covered.coverage, covered.programOf, terminal)}`);
    if (mutated !== undefined) terminal.out(`\n${mutationReport(mutated, terminal)}`);
  }
  if (options.github === true) terminal.out(githubCommands(tested, at, terminal.lang));
  if (options.json !== true) {
    const said = rememberedWords(tested);
    if (said !== undefined) terminal.say(terminal.words(said));
    for (const one of problems) terminal.say(renderProblem(one, shownText, place.shown, sayStyle(terminal)));
  }
}

function writeJunit(path: string, tested: Tested, place: AgreementsFolder, terminal: Terminal): ExitCode | undefined {
  try {
    writeFileSync(path, junitXml(tested, place.shown, terminal.lang));
    return undefined;
  } catch (error) {
    return notWritten(path, error, terminal);
  }
}

function accept(tested: Tested, reason: string, place: AgreementsFolder, terminal: Terminal): ExitCode {
  const results = tested.files.flatMap((file) => file.results);
  const open = results.filter(({ status }) => status === "changed" || status === "moved" || status === "new");
  for (const file of tested.files) {
    try {
      writeOutcomes(place.folder, file.outcomePath, acceptedOutcomes(file, reason));
    } catch (error) {
      return notWritten(place.shown(file.outcomePath), error, terminal);
    }
  }
  const failing = results.filter(
    ({ status, mismatches }) => !open.some((one) => one.status === status) && mismatches.length > 0,
  );
  terminal.say(
    terminal.words({
      sv: `${countWords(open.length, "utfall godtaget", "utfall godtagna")}: ${reason}`,
      en: `${countWords(open.length, "outcome accepted", "outcomes accepted")}: ${reason}`,
    }),
  );
  return failing.length > 0 ? sayStillFailing(failing.length, terminal) : exitCode.ok;
}

/** What a scenario itself says is changed in the scenario, and a target that disagrees is nobody's decision. */
function sayStillFailing(count: number, terminal: Terminal): ExitCode {
  terminal.say(
    terminal.words({
      sv: `${countWords(count, "fall är", "fall är")} inte som scenariot säger. Kör avtal test för att se vilka.`,
      en: `${countWords(count, "case is", "cases are")} not as the scenario says. Run avtal test to see which.`,
    }),
  );
  return exitCode.differs;
}

function notWritten(path: string, error: unknown, terminal: Terminal): ExitCode {
  const problem = outcomesNotWritten(path, codeOf(error));
  terminal.say(
    renderProblem(
      problem,
      () => "",
      (shown) => shown,
      sayStyle(terminal),
    ),
  );
  return exitCode.environment;
}

/** The folder of agreements, also where only a folder of scenarios inside it was named. */
function scenariosPlace(paths: readonly string[]): AgreementsFolder {
  const above = paths.map((path) => resolve(path).replace(/[/\\]scenarios(?:[/\\][^/\\]+\.ya?ml)?$/u, ""));
  return agreementsFolder(above);
}

/** Whether a file of the folder lies at or below a path that was typed. */
function isTyped(path: string, paths: readonly string[], { folder }: AgreementsFolder): boolean {
  const place = resolve(folder, path);
  return (
    paths.length === 0 || paths.some((typed) => place === resolve(typed) || place.startsWith(resolve(typed) + sep))
  );
}
