// AV3021. `antal dygn` in a rule about care episodes, which has no days to count.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Aggregate } from "../../syntax/ast.ts";

export function careDaysOfEpisodes(about: { readonly aggregate: Aggregate }): Problem {
  return problem({
    code: "AV3021",
    span: about.aggregate.span,
    headline: {
      sv: "Här räknas dygn, men regeln gäller vårdtillfällen.",
      en: "This counts care days, but the rule is about care episodes.",
    },
    cause: {
      sv: "Bara en regel som `gäller dygn från … till …` ser vårdtillfällets dygn ett för ett.",
      en: "Only a rule that `applies to care days from … to …` looks at the days one by one.",
    },
    advice: {
      sv: "Summera ett begrepp i dagar, eller låt regeln gälla dygn.",
      en: "Sum a term in days, or let the rule apply to care days.",
    },
  });
}
