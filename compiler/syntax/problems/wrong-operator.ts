// AV1028. Signs and words of comparison that the language does not use.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function wrongOperator(span: Span, written: string, instead: string): Problem {
  return problem({
    code: "AV1028",
    span,
    headline: {
      sv: `Jag jämför inte med \`${shown(written)}\`.`,
      en: `I do not compare with \`${shown(written)}\`.`,
    },
    cause: {
      sv: "Jämförelser skrivs med ord, ett för varje slag, så att det hörs om gränsen själv räknas med.",
      en: "Comparisons are written in words, one for each sort, so that one hears whether the limit itself counts.",
    },
    advice: { sv: `Skriv \`${instead}\`.`, en: `Write \`${instead}\`.` },
    fixes: [replaceWith(span, instead)],
  });
}
