import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9019, a warning: nothing to charge is not the same as nothing in the file. */
export function noEpisodes(file: string): DataProblem {
  return dataProblem({
    code: "AV9019",
    severity: "warning",
    file,
    headline: {
      sv: "Filen har en rubrik men inga rader. Resultatet är tomt, och det säger inget om vad som borde debiteras.",
      en: "The file has a header but no rows. The result is empty, and says nothing of what should be charged.",
    },
    advice: { sv: "Kontrollera att uttaget är rätt.", en: "Check that the extract is the right one." },
  });
}
