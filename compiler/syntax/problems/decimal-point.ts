// AV1018. `1.3` is a section of a text; a number has a decimal comma.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function decimalPoint(span: Span, written: string, number: string): Problem {
  return problem({
    code: "AV1018",
    span,
    headline: {
      sv: `\`${shown(written)}\` är ett avsnitt och inget tal.`,
      en: `\`${shown(written)}\` is a section and no number.`,
    },
    cause: {
      sv: "Tal skrivs med decimalkomma och med mellanslag mellan tusental, så att `12.3` bara kan vara ett avsnitt.",
      en: "Numbers have a decimal comma and a space between thousands, so that `12.3` can only be a section.",
    },
    advice: { sv: `Skriv \`${shown(number)}\`.`, en: `Write \`${shown(number)}\`.` },
    fixes: [replaceWith(span, number)],
  });
}
