// AV1033. A second value stands where the first one ends, without a sign or word between them.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function valuesSideBySide(span: Span, written: string): Problem {
  return problem({
    code: "AV1033",
    span,
    headline: {
      sv: `\`${shown(written)}\` står direkt efter något annat.`,
      en: `\`${shown(written)}\` stands directly after something else.`,
    },
    cause: {
      sv: "Mellan två värden behövs ett räknesätt eller ett ord, annars vet jag inte hur de hör ihop.",
      en: "Between two values a sign or a word is needed, or I do not know how they belong together.",
    },
    advice: {
      sv: "Skriv till exempel `+`, `-`, `*`, `är` eller `och` emellan, eller ta bort det ena.",
      en: "Write for example `+`, `-`, `*`, `is` or `and` between them, or remove one.",
    },
  });
}
