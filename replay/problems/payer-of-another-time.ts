import type { CellFault } from "../read/columns/column-builder.ts";

/** AV9111. `existing`: how many payers of that name existed during the episode. */
export function payerOfAnotherTime(existing: number): CellFault {
  if (existing === 0) {
    return {
      code: "AV9111",
      headline: {
        sv: "Registret har betalaren, men den fanns inte någon dag under vårdtillfället.",
        en: "The register has this payer, but it did not exist on any day of the care episode.",
      },
      advice: {
        sv: "Skriv den betalare som fanns då, till exempel stadsdelen före en sammanslagning.",
        en: "Write the payer that existed then, for example the city district before a merger.",
      },
    };
  }
  return {
    code: "AV9111",
    headline: {
      sv: "Flera betalare hade det namnet under vårdtillfället.",
      en: "Several payers had that name during the care episode.",
    },
    advice: { sv: "Skriv betalarens kod i stället för namnet.", en: "Write the payer's code instead of its name." },
  };
}
