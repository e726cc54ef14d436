import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9003. */
export function changedWhileRead(file: string): DataProblem {
  return dataProblem({
    code: "AV9003",
    file,
    headline: {
      sv: "Någon skrev i filen eller bytte ut den medan jag läste. Resultatet skulle inte gälla någon bestämd fil.",
      en: "Somebody wrote to the file or replaced it while I read. The result would stand for no particular file.",
    },
    advice: { sv: "Kör igen när filen är färdigskriven.", en: "Run again when the file has been written to its end." },
  });
}
