// AV1026. A validity ends with a bare `till`, which can be read in two ways.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import type { Language } from "../ast.ts";
import { spelling } from "@avtal/grammar/keywords";

export function bareTo(span: Span, language: Language): Problem {
  const [through, before] = [spelling("through", language), spelling("before", language)];
  return problem({
    code: "AV1026",
    span,
    headline: {
      sv: "`till` säger inte om den sista dagen räknas med.",
      en: "`to` does not say whether the last day counts.",
    },
    cause: {
      sv: "En dag mer eller mindre ändrar vad som ska betalas, så jag gissar inte.",
      en: "A day more or less changes what is to be paid, so I do not guess.",
    },
    advice: {
      sv: `Skriv \`${through}\` om dagen räknas med, eller \`${before}\` om den inte gör det.`,
      en: `Write \`${through}\` if the day counts, or \`${before}\` if it does not.`,
    },
    fixes: [replaceWith(span, through), replaceWith(span, before)],
  });
}
