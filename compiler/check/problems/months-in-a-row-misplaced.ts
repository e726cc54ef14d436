// AV3051. `i 3 månader i rad` where there are no months to follow one another.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Comparison } from "../../syntax/ast.ts";

export function monthsInARowMisplaced(about: { readonly comparison: Comparison; readonly inGroup: boolean }): Problem {
  const { comparison, inGroup } = about;
  return problem({
    code: "AV3051",
    span: { ...comparison.span, start: comparison.right.span.end },
    headline: {
      sv: "Här står månader i rad, men här finns inga månader som följer på varandra.",
      en: "Here are months in a row, but there are no months that follow one another.",
    },
    cause: inGroup
      ? {
          sv: "Regeln har inte `månad` bland sina nycklar efter `per`.",
          en: "The rule does not have `month` among its keys after `per`.",
        }
      : {
          sv: "Det går bara att fråga om en grupp: i `när` eller i ett steg.",
          en: "It can only be asked of a group: in `when` or in a step.",
        },
    advice: inGroup
      ? { sv: "Lägg till `och månad` efter `per`.", en: "Add `and month` after `per`." }
      : { sv: "Flytta jämförelsen till raden `när`.", en: "Move the comparison to the line `when`." },
  });
}
