// AV1002. A file holds nothing but white space and comments.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function emptyFile(span: Span): Problem {
  return problem({
    code: "AV1002",
    span,
    headline: { sv: "Filen är tom.", en: "The file is empty." },
    cause: {
      sv: "Jag hittar varken språk, huvud eller regler, bara blanka rader eller kommentarer.",
      en: "I find neither a language, a head nor rules, only blank lines or comments.",
    },
    advice: {
      sv: 'Börja med `språk sv` och ett huvud, till exempel `överenskommelse huddinge "Titeln"`.',
      en: 'Begin with `language en` and a head, for example `agreement huddinge "The title"`.',
    },
  });
}
