import type { Words } from "@avtal/compiler/problem";
import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9018. Something in the file for `--columns` does not fit the vocabulary or the data. */
export function columnDescription(file: string, headline: Words): DataProblem {
  return dataProblem({
    code: "AV9018",
    file,
    headline,
    advice: {
      sv: "Skriv en rad per kolumn, `ready_notice_at: Utskrivningsklar`, och bara kolumner som finns i filen.",
      en: "Write a line per column, `ready_notice_at: Utskrivningsklar`, and only columns that the file has.",
    },
  });
}
