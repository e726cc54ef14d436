import type { CellFault } from "../read/columns/column-builder.ts";
import { shapeOf } from "../read/shape.ts";

/** AV9108. */
export function notYesOrNo(text: string): CellFault {
  const shape = shapeOf(text);
  return {
    code: "AV9108",
    headline: {
      sv: `Här ska stå ja eller nej, men det gör det inte (${shape.sv}).`,
      en: `Yes or no should stand here, but does not (${shape.en}).`,
    },
    advice: {
      sv: "Skriv `ja` eller `nej`, `true` eller `false`. Lämna fältet tomt om ingen vet.",
      en: "Write `true` or `false`, `ja` or `nej`. Leave the field empty if nobody knows.",
    },
  };
}
