// From the texts of scenario files to scenarios held against their agreements, or to what keeps them from it.
// Rule: one file's mistake does not hide another's; a scenario with a problem is left out, its file's others are not.

import type { Program } from "@avtal/compiler/ir/ir";
import type { Problem } from "@avtal/compiler/problem";
import type { SourceFile, Span } from "@avtal/compiler/source";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { unknownAgreement } from "../problems/not-found.ts";
import { sameReadings } from "../problems/same-readings.ts";
import { fileFromText, isBackgroundFile, type WrittenReading } from "../read/file-from-plain.ts";
import type { WrittenFile, WrittenScenario, WrittenVariant } from "../read/written.ts";
import type { Expectation, Scenario, Variant, WordingName } from "../scenario.ts";
import { labelOf, readingsFrom, suppliedFrom } from "./choices.ts";
import { clausesFrom } from "./clauses.ts";
import { background, episodesFrom, type Background } from "./episodes.ts";
import { expectationFrom } from "./expectation.ts";
import type { Holding } from "./holding.ts";
import type { EpisodeIds } from "./selectors.ts";
import { wordingsFrom } from "./wordings.ts";

export interface ScenariosRead {
  /** In order of their files' paths, then as written. */
  readonly scenarios: readonly Scenario[];
  readonly problems: readonly Problem[];
}

export function scenariosFrom(files: readonly SourceFile[], programs: ReadonlyMap<string, Program>): ScenariosRead {
  return heldScenarios(files.map(fileFromText), programs);
}

/** The same of files that have been read. */
export function heldScenarios(
  readings: readonly WrittenReading[],
  programs: ReadonlyMap<string, Program>,
): ScenariosRead {
  const problems = readings.flatMap((reading) => reading.problems);
  const read = readings.map(({ written }) => written).sort((a, b) => byCodePoint(a.path, b.path));
  const behind = foldersBackgrounds(read, programs, problems);
  const unsound = new Set(
    problems
      .map(({ span }) => span.file)
      .filter(isBackgroundFile)
      .map(folderOf),
  );
  const scenarios = read
    .filter(({ path }) => !isBackgroundFile(path))
    .flatMap((written) => {
      const folder = folderOf(written.path);
      const held = fileScenarios(written, behind.get(folder) ?? new Map(), programs, problems);
      return unsound.has(folder) ? [] : held;
    });
  return { scenarios, problems: inOrder(problems) };
}

/** By file and place, each once: a fact of a background is read with every episode that has it; its problem is one. */
export function inOrder(problems: readonly Problem[]): Problem[] {
  return eachOnce(problems).sort(byPlace);
}

/** By folder: what its `bakgrund.yaml` says. */
function foldersBackgrounds(
  files: readonly WrittenFile[],
  programs: ReadonlyMap<string, Program>,
  problems: Problem[],
): ReadonlyMap<string, Background> {
  const found = new Map<string, Background>();
  for (const file of files.filter(({ path }) => isBackgroundFile(path))) {
    const holding = holdingOf(file, programs, problems);
    if (holding === undefined) continue;
    const folder = folderOf(file.path);
    found.set(folder, background(file.background, found.get(folder) ?? new Map(), holding));
  }
  return found;
}

function eachOnce(problems: readonly Problem[]): Problem[] {
  const found = new Map(
    problems.map((one) => [[one.code, one.span.file, one.span.start, one.headline.sv].join("\n"), one]),
  );
  return [...found.values()];
}

function fileScenarios(
  written: WrittenFile,
  behind: Background,
  programs: ReadonlyMap<string, Program>,
  problems: Problem[],
): Scenario[] {
  const holding = holdingOf(written, programs, problems);
  if (holding === undefined) return [];
  const atFirst = problems.length;
  const common = background(written.background, behind, holding);
  const isSound = problems.length === atFirst;
  return written.scenarios.flatMap((scenario) => {
    const before = problems.length;
    const held = scenarioFrom(scenario, common, holding);
    return problems.length > before || !isSound ? [] : [held];
  });
}

function holdingOf(
  { agreement }: WrittenFile,
  programs: ReadonlyMap<string, Program>,
  problems: Problem[],
): Holding | undefined {
  if (agreement === undefined) return undefined;
  const program = programs.get(agreement.text);
  if (program === undefined) problems.push(unknownAgreement(agreement, [...programs.keys()].sort(byCodePoint)));
  return program === undefined ? undefined : { program, problems };
}

function scenarioFrom(written: WrittenScenario, behind: Background, holding: Holding): Scenario {
  const { program } = holding;
  const expected = [...written.expected, ...written.readings.flatMap((variant) => variant.expected)];
  const mayBeRefused = expected.some(({ expectation }) => expectation.refused !== undefined);
  const episodes = episodesFrom(written, behind, { mayBeRefused }, holding);
  const ids: EpisodeIds = new Set([...episodes.columns.ids, ...episodes.refused.map(({ id }) => id)]);
  const chosen: WrittenVariant = { choices: [], expected: written.expected, span: written.name.span };
  return {
    file: written.name.span.file,
    name: written.name.text,
    agreement: program.main,
    clauses: clausesFrom(written.clauses, holding),
    span: written.name.span,
    episodes,
    supplied: suppliedFrom(written, holding),
    variants: variantsFrom([chosen, ...written.readings], ids, holding),
  };
}

function variantsFrom(written: readonly WrittenVariant[], ids: EpisodeIds, holding: Holding): Variant[] {
  const firstOf = new Map<string, Span>();
  return written.map((one) => {
    const variant = variantFrom(one, ids, holding);
    const first = firstOf.get(variant.label);
    if (first === undefined) firstOf.set(variant.label, one.span);
    else if (variant.label !== "") holding.problems.push(sameReadings(one.span, first));
    return variant;
  });
}

function variantFrom(written: WrittenVariant, ids: EpisodeIds, holding: Holding): Variant {
  const readings = readingsFrom(written.choices, holding);
  const expectations = new Map<WordingName, Expectation>();
  for (const { expected, wordings } of wordingsFrom(written.expected, holding)) {
    const expectation = expectationFrom(expected.expectation, ids, holding);
    for (const wording of wordings) expectations.set(wording, expectation);
  }
  return { readings, label: labelOf(readings, holding.program), expectations };
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}

function byPlace(a: Problem, b: Problem): number {
  return byCodePoint(a.span.file, b.span.file) || a.span.start - b.span.start || byCodePoint(a.code, b.code);
}
