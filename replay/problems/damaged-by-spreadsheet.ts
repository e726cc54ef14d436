import type { CellFault } from "../read/columns/column-builder.ts";
import { shapeOf } from "../read/shape.ts";

/** AV9114. A number that a spreadsheet made of an id or a date: `2.00001E+11`, `45000`. */
export function damagedBySpreadsheet(text: string): CellFault {
  const shape = shapeOf(text);
  return {
    code: "AV9114",
    headline: {
      sv: `Ett kalkylprogram har gjort om värdet till ett tal (${shape.sv}). Det går inte att göra ogjort.`,
      en: `A spreadsheet has turned the value into a number (${shape.en}). That cannot be undone.`,
    },
    advice: {
      sv: "Hämta filen på nytt och öppna den inte i ett kalkylprogram på vägen.",
      en: "Fetch the file again, and do not open it in a spreadsheet on the way.",
    },
  };
}
