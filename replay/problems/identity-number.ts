import type { CellFault } from "../read/columns/column-builder.ts";
import { shapeOf } from "../read/shape.ts";

/** AV9113. The number is never repeated, and the row is not kept. */
export function identityNumber(text: string): CellFault {
  const shape = shapeOf(text);
  return {
    code: "AV9113",
    headline: {
      sv: `Värdet ser ut som ett personnummer, samordningsnummer eller reservnummer (${shape.sv}).`,
      en: `The value looks like a personal identity, coordination or reserve number (${shape.en}).`,
    },
    advice: {
      sv: "Byt det mot en pseudonym innan filen lämnar källsystemet. Är det ett löpnummer, sätt en bokstav framför.",
      en: "Replace it by a pseudonym before the file leaves its source. If it is a running number, put a letter before it.",
    },
  };
}
