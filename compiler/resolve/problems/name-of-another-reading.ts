// AV2007. A name is used where the only reading that defines it need not be chosen.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";
import type { Guard } from "../document.ts";

export function nameOfAnotherReading(name: Name, { question, readings }: Guard): Problem {
  const under = readings.map((reading) => `\`${reading}\``).join(", ");
  return problem({
    code: "AV2007",
    span: name.span,
    headline: {
      sv: `\`${name.text}\` finns bara i tolkningen ${under} av \`${question}\`.`,
      en: `\`${name.text}\` exists only in the reading ${under} of \`${question}\`.`,
    },
    cause: {
      sv: "Raden här gäller även när en annan tolkning är vald, och då finns inte namnet.",
      en: "The line here applies also when another reading is chosen, and then the name does not exist.",
    },
    advice: {
      sv: "Ge namnet utanför frågan, eller i var och en av dess tolkningar. Annars hör även raden hemma i tolkningen.",
      en: "Give the name outside the question, or in each of its readings. Else the line too belongs in the reading.",
    },
  });
}
