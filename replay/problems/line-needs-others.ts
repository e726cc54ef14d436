import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9214. The line hangs on episodes that do not count in it, as with months in a row. */
export function lineNeedsOthers(folder: string, line: string): DataProblem {
  return dataProblem({
    code: "AV9214",
    file: folder,
    headline: {
      sv: `Raden \`${line}\` blir en annan när bara dess egna vårdtillfällen räknas.`,
      en: `The line \`${line}\` becomes another when only its own care episodes are counted.`,
    },
    advice: {
      sv: "Den hänger på andra månader eller vårdtillfällen. Skriv scenariot för hand, med dem.",
      en: "It hangs on other months or episodes. Write the scenario by hand, with those.",
    },
  });
}
