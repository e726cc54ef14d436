// AV1025. A comma parts the members of a list, where it also is the decimal comma.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function commaInList(span: Span): Problem {
  return problem({
    code: "AV1025",
    span,
    headline: {
      sv: "Leden i en lista skiljs åt med semikolon.",
      en: "The members of a list are parted by a semicolon.",
    },
    cause: {
      sv: "Kommat är decimaltecken. Med `(a, 2,0)` skulle ingen säkert se var det ena ledet slutar.",
      en: "The comma is the decimal sign. In `(a, 2,0)` nobody would be sure where the first member ends.",
    },
    advice: { sv: "Skriv `;` i stället.", en: "Write `;` instead." },
    fixes: [replaceWith(span, ";")],
  });
}
