import type { CellFault } from "../read/columns/column-builder.ts";

/** AV9115. `rows`: all rows of the id; `own`: the one at hand. */
export function repeatedId(rows: readonly number[], own: number): CellFault {
  const others = rows.filter((row) => row !== own);
  const [first = 0] = others;
  const more = others.length - 1;
  return {
    code: "AV9115",
    headline: {
      sv: `Samma id står också på rad ${first}${more > 0 ? ` och ${more} till` : ""}. Vilken rad som gäller framgår inte.`,
      en: `The same id also stands on row ${first}${more > 0 ? ` and ${more} more` : ""}. Nothing says which one counts.`,
    },
    advice: {
      sv: "Lämna en rad per vårdtillfälle. Är raderna lika tecken för tecken, skriv `identical-rows: drop` i kolumnbeskrivningen.",
      en: "Leave one row per care episode. If the rows are the same to the letter, write `identical-rows: drop` in the column description.",
    },
  };
}
