// AV3017. Begun care days are counted between moments, and something else stands there.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function momentNeeded(about: { readonly expression: Expression; readonly found: Kind }): Problem {
  const what = kindWords(about.found);
  return problem({
    code: "AV3017",
    span: about.expression.span,
    headline: {
      sv: `Påbörjade dygn räknas mellan tidpunkter, men det här är ${what.sv}.`,
      en: `Begun care days are counted between moments, but this is ${what.en}.`,
    },
    cause: {
      sv: "Ett påbörjat dygn är 24 timmar från en tidpunkt med klockslag.",
      en: "A begun care day is 24 hours from a moment with a time of day.",
    },
    advice: {
      sv: "Skriv en tidpunkt här, eller räkna datum med `kalenderdagar från … till …`.",
      en: "Write a moment here, or count dates with `calendar days from … to …`.",
    },
  });
}
