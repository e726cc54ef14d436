// AV1042. The file says one language and its head is written in the other.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import type { Language } from "../ast.ts";

export function wrongLanguage(span: Span, written: Language): Problem {
  const words = written === "sv" ? { sv: "svenska", en: "Swedish" } : { sv: "engelska", en: "English" };
  return problem({
    code: "AV1042",
    span,
    headline: {
      sv: `Huvudet är skrivet på ${words.sv}, men filen säger något annat.`,
      en: `The head is written in ${words.en}, but the file says otherwise.`,
    },
    cause: {
      sv: "Först i filen står vilka nyckelord den använder. Jag läser den med dem som huvudet har.",
      en: "The file says first which keywords it uses. I read it with those of its head.",
    },
    advice: { sv: `Skriv \`${written}\`.`, en: `Write \`${written}\`.` },
    fixes: [replaceWith(span, written)],
  });
}
