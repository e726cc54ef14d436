import type { Problem } from "@avtal/compiler/problem";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8206. `place`: where the file would be run, with `/`. */
export function misplacedScenarios(path: string, place: string): Problem {
  return scenarioProblem({
    code: "AV8206",
    span: { file: path, start: 0, end: 0 },
    headline: {
      sv: "Här står scenarier, men filen körs inte där den ligger.",
      en: "Scenarios stand here, but the file is not run where it lies.",
    },
    cause: {
      sv: "Scenarier körs bara från YAML-filer som ligger direkt i en mapp med namnet `scenarios`.",
      en: "Scenarios are run only from YAML files that lie directly in a folder called `scenarios`.",
    },
    advice: { sv: `Flytta filen till \`${place}\`.`, en: `Move the file to \`${place}\`.` },
  });
}
