// AV1011. `språk` is followed by something other than `sv` or `en`.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import type { Language } from "../ast.ts";
import { shown } from "../shown.ts";

/** `written` is the language that the head is written in. */
export function unknownLanguage(span: Span, said: string, written: Language): Problem {
  return problem({
    code: "AV1011",
    span,
    headline: { sv: `Jag kan inte språket \`${shown(said)}\`.`, en: `I do not know the language \`${shown(said)}\`.` },
    cause: {
      sv: "Nyckelorden finns på svenska, `sv`, och på engelska, `en`.",
      en: "The keywords exist in Swedish, `sv`, and in English, `en`.",
    },
    advice: {
      sv: `Skriv \`${written}\`, som huvudet är skrivet.`,
      en: `Write \`${written}\`, as the head is written.`,
    },
    fixes: [replaceWith(span, written)],
  });
}
