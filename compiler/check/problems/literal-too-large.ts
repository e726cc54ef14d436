// AV3039. A number larger than any agreement of this sort can hold.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { NumberLiteral } from "../../syntax/ast.ts";

export function literalTooLarge(about: { readonly literal: NumberLiteral; readonly limit: number }): Problem {
  const limit = about.limit.toString().replace(/\B(?=(\d{3})+$)/g, " ");
  return problem({
    code: "AV3039",
    span: about.literal.span,
    headline: {
      sv: `Talet är större än ${limit}, som är gränsen för den här enheten.`,
      en: `The number is above ${limit}, the limit for this unit.`,
    },
    cause: {
      sv: "Så stora tal står inte i överenskommelser. En nolla för mycket ska märkas här och inte på fakturan.",
      en: "Agreements do not hold such numbers. One zero too many should be noticed here, not on the invoice.",
    },
    advice: { sv: "Jämför med källans text.", en: "Compare it with the words of the source." },
  });
}
