import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9219. A scenario keeps dates and times, and they alone may tell who it is. */
export function lineIsProtected(folder: string, line: string): DataProblem {
  return dataProblem({
    code: "AV9219",
    file: folder,
    headline: {
      sv: `I raden \`${line}\` räknas någon med skyddade personuppgifter.`,
      en: `In the line \`${line}\` somebody with protected personal data is counted.`,
    },
    advice: {
      sv: "Ett scenario har kvar datum och klockslag, och de kan räcka för att röja vem det är. Skriv fallet för hand med andra dagar.",
      en: "A scenario keeps dates and times, and they may be enough to tell who it is. Write the case by hand with other days.",
    },
  });
}
