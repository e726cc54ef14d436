import type { CellFault } from "../read/columns/column-builder.ts";
import { shapeOf } from "../read/shape.ts";

/** AV9112. `bound` where the number was read but cannot be right. */
export function notAWholeNumber(
  text: string,
  bound: { readonly least: number; readonly greatest: number } | undefined,
): CellFault {
  const shape = shapeOf(text);
  if (bound === undefined) {
    return {
      code: "AV9112",
      headline: {
        sv: `Här ska stå ett heltal, men det gör det inte (${shape.sv}).`,
        en: `A whole number should stand here, but does not (${shape.en}).`,
      },
      advice: {
        sv: "Skriv bara siffror, utan decimaler, blanksteg och enhet.",
        en: "Write digits only, without decimals, spaces or unit.",
      },
    };
  }
  return {
    code: "AV9112",
    headline: {
      sv: `Talet ligger utanför ${bound.least}–${bound.greatest} och kan inte stämma.`,
      en: `The number lies outside ${bound.least}–${bound.greatest} and cannot be right.`,
    },
    advice: {
      sv: 'Hämta värdet på nytt. Ett tal som betyder "okänt" ska vara ett tomt fält.',
      en: 'Fetch the value again. A number that means "not known" should be an empty field.',
    },
  };
}
