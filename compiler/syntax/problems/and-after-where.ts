// AV1040. `där` reaches to the end; with `och` in a comparison it is unclear what belongs to it.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function andAfterWhere(span: Span, word: string): Problem {
  return problem({
    code: "AV1040",
    span,
    headline: {
      sv: `Det är oklart vad \`${shown(word)}\` hör till.`,
      en: `It is unclear what \`${shown(word)}\` belongs to.`,
    },
    cause: {
      sv: "Det kan höra till urvalet efter `där`, eller till villkoret runt jämförelsen. Svaren blir olika.",
      en: "It may belong to the selection after `where`, or to the condition around the comparison. The answers differ.",
    },
    advice: {
      sv: "Sätt parentes om det som räknas: `(antal vårdtillfällen där a) är minst 3 och b`.",
      en: "Put a parenthesis around what is counted: `(number of care episodes where a) is at least 3 and b`.",
    },
  });
}
