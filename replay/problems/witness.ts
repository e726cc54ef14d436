import type { Words } from "@avtal/compiler/problem";
import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV8501. One wording was named, and no choice that another could differ by. */
export function nothingToCompare(wording: string): DataProblem {
  return dataProblem({
    code: "AV8501",
    headline: {
      sv: `Jag fick bara \`${wording}\`, och inget val som skiljer det från texten.`,
      en: `I was given \`${wording}\` alone, and no choice that sets it apart from the text.`,
    },
    advice: {
      sv: "Skriv två lydelser: `avtal vittne stockholm@2020-01-01 stockholm@2021-11-01`. Eller en och ett val: `--set`, `--reading` eller `--event`.",
      en: "Write two wordings: `avtal witness stockholm@2020-01-01 stockholm@2021-11-01`. Or one and a choice: `--set`, `--reading` or `--event`.",
    },
  });
}

/** AV8503. The verdict stands without a second opinion; only the option cannot be followed. */
export function noSecondOpinion(): DataProblem {
  return dataProblem({
    code: "AV8503",
    headline: {
      sv: "Jag hittar inte `z3-solver`, som skulle ge en andra bedömning.",
      en: "I cannot find `z3-solver`, which was to give a second opinion.",
    },
    advice: {
      sv: "Installera det med `npm install z3-solver@4.13.3`, 33 MB. Eller utelämna `--second-opinion`.",
      en: "Install it with `npm install z3-solver@4.13.3`, 33 MB. Or leave out `--second-opinion`.",
    },
  });
}

/** `host`: the host's error code is given with it. */
export type UnfitFile = "exists" | "no-parent" | "not-yaml" | "host";

/** AV8502. Nothing was written, and nothing that was there has changed. */
export function scenarioNotWritten(path: string, why: UnfitFile, reason: string): DataProblem {
  return dataProblem({
    code: "AV8502",
    file: path,
    headline: headlines(reason)[why],
    advice: {
      sv: "Ange en ny fil bland överenskommelsens scenarier: `--out agreements/stockholm/scenarios/skillnad.yaml`.",
      en: "Name a new file among the agreement's scenarios: `--out agreements/stockholm/scenarios/skillnad.yaml`.",
    },
  });
}

function headlines(reason: string): Readonly<Record<UnfitFile, Words>> {
  return {
    exists: {
      sv: "Där ligger redan något. Jag skriver inte över det.",
      en: "Something lies there already. I do not overwrite it.",
    },
    "no-parent": {
      sv: "Mappen som filen ska ligga i finns inte.",
      en: "The folder that the file should lie in does not exist.",
    },
    "not-yaml": {
      sv: "En scenariofil slutar på `.yaml` eller `.yml`.",
      en: "A scenario file ends in `.yaml` or `.yml`.",
    },
    host: {
      sv: `Filen gick inte att skriva (${reason}). Inget har lämnats kvar.`,
      en: `The file could not be written (${reason}). Nothing was left behind.`,
    },
  };
}
