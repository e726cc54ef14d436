import type { Problem } from "@avtal/compiler/problem";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8202. */
export function noReason(): Problem {
  return scenarioProblem({
    code: "AV8202",
    span: { file: "", start: 0, end: 0 },
    headline: { sv: "Det står inget skäl efter `--accept`.", en: "No reason stands after `--accept`." },
    cause: {
      sv: "Skälet skrivs på varje rad som ändras, så att den som läser senare vet varför.",
      en: "The reason is written on each line that changes, so that later readers know why.",
    },
    advice: {
      sv: 'Skriv till exempel `avtal test --accept "beslut VIS 2022-02-15"`.',
      en: 'Write for example `avtal test --accept "decision VIS 2022-02-15"`.',
    },
  });
}

/** AV8203. `place`: the folder or file that was looked in, as a whole path. */
export function noScenarios(place: string): Problem {
  return scenarioProblem({
    code: "AV8203",
    span: { file: place, start: 0, end: 0 },
    headline: { sv: "Jag hittar inga scenarier här.", en: "I find no scenarios here." },
    cause: {
      sv: "Scenarier är YAML-filer i en mapp som heter `scenarios` under överenskommelsens mapp.",
      en: "Scenarios are YAML files in a folder called `scenarios` below the agreement's folder.",
    },
    advice: {
      sv: "Kontrollera sökvägen. Ett exempel att börja med står i `avtal förklara AV8203`.",
      en: "Check the path. An example to begin with stands in `avtal explain AV8203`.",
    },
  });
}

/** AV8204. `detail`: what the machine answered. */
export function outcomesNotWritten(path: string, detail: string): Problem {
  return scenarioProblem({
    code: "AV8204",
    span: { file: path, start: 0, end: 0 },
    headline: { sv: `Filen kunde inte skrivas (${detail}).`, en: `The file could not be written (${detail}).` },
    cause: {
      sv: "Det som stod där förut står kvar.",
      en: "What stood there before still stands.",
    },
    advice: {
      sv: "Kontrollera rättigheter och plats på disken, och att ingen `.tmp` ligger kvar bredvid filen.",
      en: "Check rights and room on the disk, and that no `.tmp` is left beside the file.",
    },
  });
}

/** AV8205. `typed`: what stands after `--threshold`. */
export function notPercent(typed: string): Problem {
  return scenarioProblem({
    code: "AV8205",
    span: { file: "", start: 0, end: 0 },
    headline: {
      sv: `Det står \`${typed.slice(0, 20)}\` efter \`--threshold\`.`,
      en: `\`${typed.slice(0, 20)}\` stands after \`--threshold\`.`,
    },
    cause: {
      sv: "Gränsen för täckningen är ett helt tal procent, från 0 till 100.",
      en: "The threshold of the coverage is a whole number of per cent, from 0 to 100.",
    },
    advice: {
      sv: "Skriv till exempel `avtal test --coverage --threshold 90`.",
      en: "Write for example `avtal test --coverage --threshold 90`.",
    },
  });
}
