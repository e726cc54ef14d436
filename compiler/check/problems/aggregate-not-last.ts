// AV3060. A mean, sum or number with `där` or `för` stands before something else without parentheses.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Aggregate } from "../../syntax/ast.ts";
import { aggregateWords } from "../aggregate-words.ts";

export function aggregateNotLast(about: { readonly aggregate: Aggregate }): Problem {
  const { aggregate } = about;
  const what = aggregateWords(aggregate);
  return problem({
    code: "AV3060",
    span: aggregate.span,
    headline: {
      sv: `Här fortsätter uttrycket efter \`${what.sv} … där …\`.`,
      en: `Here the expression goes on after \`${what.en} … where …\`.`,
    },
    cause: {
      sv: "Utan parentes går det inte att se var urvalet slutar.",
      en: "Without parentheses nobody can see where the selection ends.",
    },
    advice: { sv: "Sätt parentes om det, eller skriv det sist.", en: "Put it in parentheses, or write it last." },
    fixes: [
      {
        label: { sv: "Sätt parentes", en: "Add parentheses" },
        edits: [
          { span: { ...aggregate.span, end: aggregate.span.start }, text: "(" },
          { span: { ...aggregate.span, start: aggregate.span.end }, text: ")" },
        ],
      },
    ],
  });
}
