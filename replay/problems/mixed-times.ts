import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9015. `local` and `offset`: the first row with a time of each sort. */
export function mixedTimes(file: string, column: string, local: number, offset: number): DataProblem {
  return dataProblem({
    code: "AV9015",
    file,
    row: Math.max(local, offset),
    column,
    headline: {
      sv: `Rad ${local} har en tid utan avstånd till UTC och rad ${offset} en med. Ett tappat avstånd är en eller två timmar fel.`,
      en: `Row ${local} has a time without an offset from UTC, and row ${offset} one with it. A lost offset is one or two hours wrong.`,
    },
    advice: {
      sv: `Skriv alla tider på samma sätt. Är båda rätt, skriv \`mixed-times: [${column}]\` i kolumnbeskrivningen.`,
      en: `Write all times in the same way. If both are right, write \`mixed-times: [${column}]\` in the column description.`,
    },
  });
}
