// AV3042. `3 månader` stands in a calculation; months differ in length.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { NumberLiteral } from "../../syntax/ast.ts";

export function monthsAreNoAmount(literal: NumberLiteral): Problem {
  const number = literal.digits.replace(".", ",");
  const one = literal.digits === "1";
  return problem({
    code: "AV3042",
    span: literal.span,
    headline: {
      sv: `Här räknas med ${number} ${one ? "månad" : "månader"}.`,
      en: `This reckons with ${number} ${one ? "month" : "months"}.`,
    },
    cause: {
      sv: "Månader är olika långa, så antalet dagar beror på vilka månader det är.",
      en: "Months differ in length, so the number of days depends on which months they are.",
    },
    advice: {
      sv: "Skriv ett antal dagar, eller ett datum. Månader står bara i `uppsägningstid` och `i … månader i rad`.",
      en: "Write a number of days, or a date. Months stand only in `notice period` and `in … months in a row`.",
    },
  });
}
