import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9008. */
export function loneCarriageReturn(file: string, row: number, offset: number): DataProblem {
  return dataProblem({
    code: "AV9008",
    file,
    row,
    headline: {
      sv: `Vid byte ${offset} står en vagnretur utan radmatning. Jag kan inte veta om raden slutar där.`,
      en: `At byte ${offset} stands a carriage return without a line feed. I cannot know whether the row ends there.`,
    },
    advice: {
      sv: "Spara filen med vanliga radbrytningar (LF eller CRLF).",
      en: "Save the file with ordinary line breaks (LF or CRLF).",
    },
  });
}
