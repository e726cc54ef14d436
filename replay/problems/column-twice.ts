import { dataProblem, type DataProblem } from "../data-problem.ts";

/** AV9012. `first` and `second`: numbers of the columns, from 1. */
export function columnTwice(file: string, column: string, first: number, second: number): DataProblem {
  return dataProblem({
    code: "AV9012",
    file,
    column,
    headline: {
      sv: `Kolumn ${first} och kolumn ${second} är båda \`${column}\`. Vilken som gäller framgår inte.`,
      en: `Column ${first} and column ${second} are both \`${column}\`. Nothing says which one counts.`,
    },
    advice: { sv: "Ta bort eller döp om den ena.", en: "Remove or rename one of them." },
  });
}
