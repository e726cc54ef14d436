// AV3014. `vid` stands after something that has no rows from different days.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression } from "../../syntax/ast.ts";

export function atNeedsDatedValue(about: { readonly expression: Extract<Expression, { kind: "at" }> }): Problem {
  return problem({
    code: "AV3014",
    span: about.expression.of.span,
    headline: {
      sv: "`vid` frågar efter en annan dags rad, men det här har inga daterade rader.",
      en: "`on` asks for another day's row, but this has no dated rows.",
    },
    cause: {
      sv: "Bara värden, och begrepp och villkor som läser värden, kan vara olika på olika dagar.",
      en: "Only values, and terms and conditions that read values, can differ from day to day.",
    },
    advice: {
      sv: "Ta bort `vid` och datumet, eller skriv namnet på ett värde före.",
      en: "Remove `on` and the date, or write the name of a value before it.",
    },
  });
}
