// AV1013. Signs that mean nothing in the language.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function unknownSign(span: Span, sign: string): Problem {
  return problem({
    code: "AV1013",
    span,
    headline: {
      sv: `Tecknet \`${shown(sign)}\` betyder inget här.`,
      en: `The sign \`${shown(sign)}\` means nothing here.`,
    },
    cause: {
      sv: "Utanför texter och kommentarer använder jag bara ord, tal och några få tecken: = + - * / ( ) ; , : § %.",
      en: "Outside texts and comments I use only words, numbers and a few signs: = + - * / ( ) ; , : § %.",
    },
    advice: {
      sv: "Ta bort tecknet, eller skriv med ord vad det ska betyda.",
      en: "Remove the sign, or say in words what it is to mean.",
    },
  });
}
