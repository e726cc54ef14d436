// AV3034. A table depends on something that has no fixed list of choices.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function dependsOnNoChoice(about: { readonly expression: Expression; readonly found: Kind }): Problem {
  const what = kindWords(about.found);
  return problem({
    code: "AV3034",
    span: about.expression.span,
    headline: {
      sv: `Värdet beror på något som är ${what.sv}.`,
      en: `The value depends on something that is ${what.en}.`,
    },
    cause: {
      sv: "En tabell har en rad för varje val, så det den beror på måste vara ett val eller en betalare.",
      en: "A table has a line for each choice, so what it depends on must be a choice or a payer.",
    },
    advice: {
      sv: "Skriv uträkningen som ett begrepp med `om … annars` i stället.",
      en: "Write the calculation as a term with `if … otherwise` instead.",
    },
  });
}
