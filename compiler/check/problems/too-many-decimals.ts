// AV3040. A number with more decimals than anybody agrees on.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { NumberLiteral } from "../../syntax/ast.ts";

export function tooManyDecimals(about: { readonly literal: NumberLiteral; readonly most: number }): Problem {
  return problem({
    code: "AV3040",
    span: about.literal.span,
    headline: {
      sv: `Talet har fler än ${about.most} decimaler.`,
      en: `The number has more than ${about.most} decimals.`,
    },
    cause: {
      sv: "Ett sådant tal är oftast ett bråk som någon har räknat ut på en miniräknare.",
      en: "Such a number is mostly a fraction that somebody worked out on a calculator.",
    },
    advice: {
      sv: "Skriv bråket som det är, till exempel `2/37`.",
      en: "Write the fraction as it is, for example `2/37`.",
    },
  });
}
