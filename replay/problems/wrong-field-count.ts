import type { CellFault } from "../read/columns/column-builder.ts";

/** AV9101. */
export function wrongFieldCount(fields: number, expected: number): CellFault {
  return {
    code: "AV9101",
    headline: {
      sv: `Raden har ${fields} fält, men rubriken har ${expected}. Vilka som hör ihop framgår inte.`,
      en: `The row has ${fields} fields, but the header has ${expected}. Nothing says which belong together.`,
    },
    advice: {
      sv: "Sätt fält som innehåller skiljetecken inom citattecken.",
      en: "Write fields that hold a separator in quotation marks.",
    },
  };
}
