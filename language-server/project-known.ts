// What is known of a folder's texts: their analysis, their meaning, and what is wrong in the scenarios.
// Rule: each is found when it is first asked for, and again only after something that it stands on has changed.

import { analyse, meaningOf, type Analysis, type Meaning } from "@avtal/compiler/ide/analysis";
import { isError, type Problem } from "@avtal/compiler/problem";
import { scenariosFrom } from "@avtal/replay/scenarios/hold/scenarios-from-files";
import type { ProjectTexts } from "./project-texts.ts";

export interface ProjectKnown {
  /** The files as they are now, analysed; found again only where something changed since. */
  readonly analysis: () => Analysis;
  /** What was known before the last change, without waiting; the same as `analysis` where nothing changed. */
  readonly latest: () => Analysis;
  readonly meaning: () => Meaning;
  /** What was last found of the meaning, in files that have not changed since; nothing while there are errors. */
  readonly meaningSoFar: () => readonly Problem[];
  /** What is wrong in scenario files; nothing while the agreements themselves have errors. */
  readonly scenarioProblems: () => readonly Problem[];
  readonly agreementsChanged: () => void;
  readonly scenariosChanged: () => void;
}

export function knownOf({ read, agreements, scenarios }: ProjectTexts): ProjectKnown {
  let known: Analysis | undefined;
  let stale = true;
  let meant: { readonly of: Analysis; readonly meaning: Meaning } | undefined;
  let held: { readonly of: Meaning; readonly problems: readonly Problem[] } | undefined;

  const analysis = (): Analysis => {
    if (known === undefined || stale) known = analyse({ ...read().workspace, files: agreements() }, known);
    stale = false;
    return known;
  };
  const meaning = (): Meaning => {
    const of = analysis();
    if (meant?.of !== of) meant = { of, meaning: meaningOf(of) };
    return meant.meaning;
  };
  return {
    analysis,
    latest: () => known ?? analysis(),
    meaning,
    meaningSoFar: () => (meant === undefined ? [] : stillStanding(meant.meaning.problems, meant.of, analysis())),
    scenarioProblems: () => {
      const of = meaning();
      if (held?.of !== of) held = { of, problems: problemsOfScenarios(scenarios(), of) };
      return held.problems;
    },
    agreementsChanged: () => {
      stale = true;
    },
    scenariosChanged: () => {
      held = undefined;
    },
  };
}

function stillStanding(problems: readonly Problem[], then: Analysis, now: Analysis): readonly Problem[] {
  if (then === now) return problems;
  if (now.problems.some(isError)) return [];
  return problems.filter(({ span }) => then.parsed.get(span.file) === now.parsed.get(span.file));
}

/** Only agreements without errors can be asked what their scenarios come to. */
function problemsOfScenarios(texts: ReadonlyMap<string, string>, { programs }: Meaning): readonly Problem[] {
  if (programs.size === 0) return [];
  return scenariosFrom(
    [...texts].map(([path, text]) => ({ path, text })),
    programs,
  ).problems;
}
