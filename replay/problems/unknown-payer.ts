import type { CellFault } from "../read/columns/column-builder.ts";
import { shapeOf } from "../read/shape.ts";

/** AV9110. Three digits have lost their leading zero; which code that was is not guessed. */
export function unknownPayer(text: string): CellFault {
  if (/^\d{3}$/.test(text)) {
    return {
      code: "AV9110",
      headline: {
        sv: "Jag ser tre siffror. En kommunkod har fyra, så en inledande nolla kan ha fallit bort.",
        en: "I see three digits. A municipality code has four, so a leading zero may have been lost.",
      },
      advice: {
        sv: "Hämta kolumnen som text, så att nollan följer med (`0180`).",
        en: "Fetch the column as text, so that the zero comes along (`0180`).",
      },
    };
  }
  const shape = shapeOf(text);
  return {
    code: "AV9110",
    headline: {
      sv: `Registret har ingen betalare med den koden eller det namnet (${shape.sv}).`,
      en: `The register has no payer with that code or name (${shape.en}).`,
    },
    advice: {
      sv: "Skriv koden (`0126`) eller namnet (`Huddinge`). Heter betalaren något annat hos er, lägg namnet i registret.",
      en: "Write the code (`0126`) or the name (`Huddinge`). If you call the payer something else, add that name to the register.",
    },
  };
}
