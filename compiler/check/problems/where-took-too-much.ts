// AV3024. A `där` without parentheses took the rest of the calculation with it.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Aggregate, Expression } from "../../syntax/ast.ts";
import { aggregateWords } from "../aggregate-words.ts";

export function whereTookTooMuch(about: {
  readonly aggregate: Aggregate;
  readonly where: Expression;
  readonly stray: Aggregate;
  /** What stands before the calculation that was taken, where there is one. */
  readonly after: Expression | undefined;
}): Problem {
  const { aggregate, stray, after } = about;
  const [outer, inner] = [aggregateWords(aggregate), aggregateWords(stray)];
  return problem({
    code: "AV3024",
    span: stray.span,
    headline: {
      sv: `Här hamnar \`${inner.sv}\` inuti ett \`där\`.`,
      en: `Here \`${inner.en}\` ends up inside a \`where\`.`,
    },
    cause: {
      sv: "`där` tar med sig allt till uttryckets slut, och det prövar ett vårdtillfälle i taget.",
      en: "`where` takes everything to the end of the expression, and it tests one care episode at a time.",
    },
    advice: {
      sv: `Sätt parentes om \`${outer.sv} … där …\`, så att den slutar där den ska.`,
      en: `Put parentheses around \`${outer.en} … where …\`, so that it ends where it should.`,
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
