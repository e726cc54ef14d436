// AV3053. `dygnet` stands where no rule looks at days one by one.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function dayOutsideDayRule(about: { readonly name: Name }): Problem {
  return problem({
    code: "AV3053",
    span: about.name.span,
    headline: {
      sv: "Här står `dygnet`, men det finns inget dygn här.",
      en: "Here stands `the day`, but there is no day here.",
    },
    cause: {
      sv: "`dygnet` är det dygn som en regel som `gäller dygn från … till …` ser på just då.",
      en: "`the day` is the one that a rule that `applies to care days from … to …` looks at.",
    },
    advice: {
      sv: "Låt regeln gälla dygn, eller skriv det datum som avses.",
      en: "Let the rule apply to care days, or write the date that is meant.",
    },
  });
}
