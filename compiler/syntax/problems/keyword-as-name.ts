// AV1016. A keyword of either table stands where a name is given or used.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";
import type { Language } from "../ast.ts";

export function keywordAsName(span: Span, word: string, table: Language): Problem {
  const other = `${word.replace(/\s+/g, "-")}-${table === "sv" ? "värde" : "value"}`;
  return problem({
    code: "AV1016",
    span,
    headline: { sv: `\`${shown(word)}\` är ett nyckelord.`, en: `\`${shown(word)}\` is a keyword.` },
    cause: {
      sv: "Nyckelord på svenska och engelska kan inte vara namn, så att varje text går att läsa på båda språken.",
      en: "Keywords in Swedish and English cannot be names, so that every text can be read in both languages.",
    },
    advice: {
      sv: `Välj ett annat namn, till exempel med ett bindestreck: \`${shown(other)}\`.`,
      en: `Choose another name, for example one with a hyphen: \`${shown(other)}\`.`,
    },
  });
}
