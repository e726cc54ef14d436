// AV1011. `språk` is followed by something other than `sv` or `en`.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function unknownLanguage(span: Span, said: string): Problem {
  return problem({
    code: "AV1011",
    span,
    headline: { sv: `Jag kan inte språket \`${shown(said)}\`.`, en: `I do not know the language \`${shown(said)}\`.` },
    cause: {
      sv: "Nyckelorden finns på svenska och på engelska.",
      en: "The keywords exist in Swedish and in English.",
    },
    advice: { sv: "Skriv `språk sv` eller `language en`.", en: "Write `språk sv` or `language en`." },
    fixes: [replaceWith(span, "sv"), replaceWith(span, "en")],
  });
}
