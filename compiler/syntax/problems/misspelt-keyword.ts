// AV1030. A word that is close to the keyword that could stand there.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function misspeltKeyword(span: Span, written: string, keyword: string): Problem {
  return problem({
    code: "AV1030",
    span,
    headline: {
      sv: `Jag kan inte ordet \`${shown(written)}\` här.`,
      en: `I do not know the word \`${shown(written)}\` here.`,
    },
    cause: {
      sv: `Här kan inget namn stå, och ordet liknar nyckelordet \`${keyword}\`. Jag läser vidare som om det stod så.`,
      en: `No name can stand here, and the word resembles the keyword \`${keyword}\`. I read on as if it said so.`,
    },
    advice: { sv: `Skriv \`${keyword}\`.`, en: `Write \`${keyword}\`.` },
    fixes: [replaceWith(span, keyword)],
  });
}
