import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9006. */
export function controlCharacter(file: string, row: number, offset: number): DataProblem {
  return dataProblem({
    code: "AV9006",
    file,
    row,
    headline: {
      sv: `Byte ${offset} är ett styrtecken. Filen är skadad, eller ingen text.`,
      en: `Byte ${offset} is a control character. The file is damaged, or no text.`,
    },
    advice: { sv: "Hämta filen på nytt ur källsystemet.", en: "Fetch the file again from its source system." },
  });
}
