// AV3024. A `där` without parentheses took the rest of the calculation or the comparison with it.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Aggregate } from "../../syntax/ast.ts";
import { aggregateWords } from "../aggregate-words.ts";
import type { Strayed } from "../aggregate-place.ts";

export function whereTookTooMuch(about: Strayed & { readonly aggregate: Aggregate }): Problem {
  const { aggregate, stray, after } = about;
  const what = aggregateWords(aggregate);
  return problem({
    code: "AV3024",
    span: stray.span,
    headline: {
      sv: `Det här hamnar inuti det \`där\` som hör till \`${what.sv}\`.`,
      en: `This ends up inside the \`where\` that belongs to \`${what.en}\`.`,
    },
    cause: {
      sv: "`där` tar med sig allt till uttryckets slut, och det prövar ett vårdtillfälle i taget.",
      en: "`where` takes everything to the end of the expression, and it tests one care episode at a time.",
    },
    advice: {
      sv: `Sätt parentes om \`${what.sv} … där …\`, så att den slutar där den ska.`,
      en: `Put parentheses around \`${what.en} … where …\`, so that it ends where it should.`,
    },
    fixes:
      after === undefined
        ? []
        : [
            {
              label: { sv: "Sätt parentes", en: "Add parentheses" },
              edits: [
                { span: { ...aggregate.span, end: aggregate.span.start }, text: "(" },
                { span: { ...after.span, start: after.span.end }, text: ")" },
              ],
            },
          ],
  });
}
