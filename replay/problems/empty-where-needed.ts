import type { CellFault } from "../read/columns/column-builder.ts";

/** AV9102. An episode without an id cannot be told from others. */
export const emptyWhereNeeded: CellFault = {
  code: "AV9102",
  headline: {
    sv: "Vårdtillfället har inget id, så det går inte att skilja från andra.",
    en: "The care episode has no id, so it cannot be told from others.",
  },
  advice: { sv: "Ge varje rad ett eget id.", en: "Give every row an id of its own." },
};
