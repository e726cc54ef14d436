// AV1037. `krävs A om C annars B`: the choice of values needs a parenthesis there.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function otherwiseInRequirement(span: Span, whole: Span): Problem {
  return problem({
    code: "AV1037",
    span,
    headline: {
      sv: "Ett krav kan inte fortsätta med `annars`.",
      en: "A requirement cannot go on with `otherwise`.",
    },
    cause: {
      sv: "Efter `om` står när kravet gäller. Utan parentes är det oklart om `annars` hör till kravet eller till ett värde.",
      en: "After `if` stands when the requirement holds. Without a parenthesis it is unclear what `otherwise` belongs to.",
    },
    advice: {
      sv: "Sätt parentes om alltihop: `krävs (a om b annars c)`.",
      en: "Put a parenthesis around all of it: `requires (a if b otherwise c)`.",
    },
    fixes: [
      {
        label: { sv: "Sätt parentes", en: "Put a parenthesis" },
        edits: [
          { span: { ...whole, end: whole.start }, text: "(" },
          { span: { ...whole, start: whole.end }, text: ")" },
        ],
      },
    ],
  });
}
