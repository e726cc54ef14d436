// AV1024. A clock time without the word that makes it one: `efter 12.00` reads as a section.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function clockWithoutWord(span: Span, written: string, clock: string): Problem {
  return problem({
    code: "AV1024",
    span,
    headline: {
      sv: `\`${shown(written)}\` är ett avsnitt och inget klockslag.`,
      en: `\`${shown(written)}\` is a section and no clock time.`,
    },
    cause: {
      sv: "Ett klockslag börjar med `kl.`, så att ingen blandar ihop det med avsnitt 12.00 eller med talet 12.",
      en: "A clock time begins with `clock`, so that nobody takes it for section 12.00 or for the number 12.",
    },
    advice: { sv: `Skriv \`${shown(clock)}\`.`, en: `Write \`${shown(clock)}\`.` },
    fixes: [replaceWith(span, clock)],
  });
}
