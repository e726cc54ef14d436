// AV1007. A word holds Cyrillic or Greek letters that look like ours.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function lookAlikeLetters(span: Span, word: string, latin: string): Problem {
  return problem({
    code: "AV1007",
    span,
    headline: {
      sv: `\`${shown(word)}\` är skrivet med bokstäver ur ett annat alfabet.`,
      en: `\`${shown(word)}\` is written with letters of another alphabet.`,
    },
    cause: {
      sv: "De ser ut som våra, men är andra tecken. Två namn som ser likadana ut skulle då betyda olika saker.",
      en: "They look like ours but are other signs. Two names that look alike would then mean different things.",
    },
    advice: {
      sv: `Skriv \`${shown(latin)}\` med vanliga bokstäver.`,
      en: `Write \`${shown(latin)}\` with ordinary letters.`,
    },
    fixes: [replaceWith(span, latin)],
  });
}
