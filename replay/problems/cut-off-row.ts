import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9009. */
export function cutOffRow(file: string, row: number, fields: number, expected: number): DataProblem {
  return dataProblem({
    code: "AV9009",
    file,
    row,
    headline: {
      sv: `Filen tar slut mitt i en rad: ${fields} av ${expected} fält och ingen radbrytning. Fler rader kan fattas.`,
      en: `The file ends inside a row: ${fields} of ${expected} fields and no line break. More rows may be missing.`,
    },
    advice: { sv: "Hämta hela filen på nytt.", en: "Fetch the whole file again." },
  });
}

/** AV9020, a warning: whether the last field is whole cannot be seen. */
export function noFinalLineBreak(file: string, row: number): DataProblem {
  return dataProblem({
    code: "AV9020",
    severity: "warning",
    file,
    row,
    headline: {
      sv: "Filen slutar utan radbrytning. Alla fält finns, men jag kan inte se om det sista är helt.",
      en: "The file ends without a line break. All fields are there, but I cannot see whether the last one is whole.",
    },
    advice: {
      sv: "Kontrollera sista raden, eller skriv filen så att den slutar med en radbrytning.",
      en: "Check the last row, or write the file so that it ends with a line break.",
    },
  });
}
