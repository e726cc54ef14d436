import type { CellFault } from "../read/columns/column-builder.ts";

/** AV9117. `other`: the row of the stay that overlaps. */
export function overlappingStay(other: number): CellFault {
  return {
    code: "AV9117",
    headline: {
      sv: `Samma patient har ett annat vårdtillfälle samtidigt, på rad ${other}. Dagarna skulle räknas två gånger.`,
      en: `The same patient has another care episode at the same time, on row ${other}. Its days would count twice.`,
    },
    advice: {
      sv: "Rätta in- eller utskrivningen, eller lämna bara det vårdtillfälle som gäller.",
      en: "Correct admission or discharge, or leave only the episode that counts.",
    },
  };
}
