// AV1029. `=` gives a name to something; in a condition the word is `är`.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function equalsInCondition(span: Span, is: string): Problem {
  return problem({
    code: "AV1029",
    span,
    headline: { sv: "`=` jämför inte.", en: "`=` does not compare." },
    cause: {
      sv: "Tecknet ger ett namn åt något som räknas ut. Här jämförs två saker.",
      en: "The sign gives a name to something that is computed. Here two things are compared.",
    },
    advice: { sv: `Skriv \`${is}\`.`, en: `Write \`${is}\`.` },
    fixes: [replaceWith(span, is)],
  });
}
