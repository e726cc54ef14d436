import type { Words } from "@avtal/compiler/problem";
import { dataProblem, type DataProblem } from "../data-problem.ts";

export type TooMuch = "row-too-long" | "too-many-fields";

/** AV9014. Refused before more memory is taken. */
export function tooMuch(file: string, row: number, what: TooMuch): DataProblem {
  return dataProblem({ code: "AV9014", file, row, headline: headlines[what], advice: advices[what] });
}

/** AV9014. `greatest`: how many rows may be read. */
export function tooManyRows(file: string, row: number, greatest: number): DataProblem {
  return dataProblem({
    code: "AV9014",
    file,
    row,
    headline: {
      sv: `Filen har fler än ${grouped(greatest, " ")} rader.`,
      en: `The file has more than ${grouped(greatest, ",")} rows.`,
    },
    advice: { sv: "Dela filen efter månad.", en: "Divide the file by month." },
  });
}

function grouped(number: number, between: string): string {
  return String(number).replaceAll(/\B(?=(?:\d{3})+$)/g, between);
}

const headlines: Readonly<Record<TooMuch, Words>> = {
  "row-too-long": {
    sv: "Raden är längre än 262 144 byte.",
    en: "The row is longer than 262,144 bytes.",
  },
  "too-many-fields": { sv: "Raden har fler än 1 000 fält.", en: "The row has more than 1,000 fields." },
};

const row: Words = {
  sv: "Kontrollera att filen är rätt fil och att radbrytningarna finns kvar.",
  en: "Check that this is the right file, and that its line breaks are there.",
};

const advices: Readonly<Record<TooMuch, Words>> = {
  "row-too-long": row,
  "too-many-fields": row,
};
