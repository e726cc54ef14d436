// AV6010. All readings of a question come to the same text.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function questionAboutNothing(question: Name): Problem {
  return problem({
    code: "AV6010",
    span: question.span,
    headline: {
      sv: `Alla tolkningar av \`${question.text}\` ger samma text.`,
      en: `All readings of \`${question.text}\` give the same text.`,
    },
    cause: {
      sv: "En tolkningsfråga skiljer mellan tolkningar som kan ge olika svar. Här gör valet ingen skillnad.",
      en: "A question tells readings apart that may give different answers. Here the choice makes no difference.",
    },
    advice: {
      sv: `Märk det som frågan handlar om med \`se tolkningsfråga ${question.text}\` och skriv i en tolkning vad som står i stället.`,
      en: `Mark what the question is about with \`see question ${question.text}\`, and write in a reading what stands instead.`,
    },
  });
}
