// AV1041. Months, and decimals of a rounding, are counted in whole numbers.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function wholeNumberNeeded(span: Span, written: string): Problem {
  return problem({
    code: "AV1041",
    span,
    headline: { sv: `\`${shown(written)}\` är inget helt tal.`, en: `\`${shown(written)}\` is no whole number.` },
    cause: {
      sv: "Månader och decimaler räknas i hela tal, och så långa är de aldrig.",
      en: "Months and decimals are counted in whole numbers, and there are never that many.",
    },
    advice: { sv: "Skriv ett helt tal, till exempel `12`.", en: "Write a whole number, for example `12`." },
  });
}
