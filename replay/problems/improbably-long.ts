import type { CellFault } from "../read/columns/column-builder.ts";

/** AV9107. */
export const improbablyLong: CellFault = {
  code: "AV9107",
  headline: {
    sv: "Vårdtillfället är längre än 25 år.",
    en: "The care episode is longer than 25 years.",
  },
  advice: {
    sv: "Kontrollera in- och utskrivningen i källsystemet.",
    en: "Check admission and discharge in the source system.",
  },
};
