import type { Words } from "@avtal/compiler/problem";
import { dataProblem, type DataProblem } from "../data-problem.ts";

export type SeparatorDoubt = "both" | "tab" | "rows-differ";

/** AV9013. */
export function separatorUnclear(file: string, row: number, doubt: SeparatorDoubt): DataProblem {
  return dataProblem({
    code: "AV9013",
    file,
    row,
    headline: headlines[doubt],
    advice: {
      sv: "Använd semikolon eller komma mellan fälten, och samma i hela filen.",
      en: "Use a semicolon or a comma between fields, and the same in the whole file.",
    },
  });
}

const headlines: Readonly<Record<SeparatorDoubt, Words>> = {
  both: {
    sv: "Rubrikraden har både semikolon och komma, och båda ger lika många kända kolumner.",
    en: "The header has semicolons and commas, and both give the same number of known columns.",
  },
  tab: { sv: "Fälten skiljs åt av tabbar.", en: "The fields are separated by tabs." },
  "rows-differ": {
    sv: "Rubriken har ett skiljetecken och raderna ett annat.",
    en: "The header has one separator and the rows another.",
  },
};
