// AV3036. A row of a value, or a measured value, reads something of a single care episode.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function rowReadsRecord(about: { readonly name: Name; readonly measured: boolean }): Problem {
  const { name, measured } = about;
  return problem({
    code: "AV3036",
    span: name.span,
    headline: {
      sv: `\`${name.text}\` är olika för olika vårdtillfällen.`,
      en: `\`${name.text}\` differs between care episodes.`,
    },
    cause: measured
      ? {
          sv: "Ett mätvärde är ett enda tal för hela underlaget, så det kan inte läsa ett visst vårdtillfälle.",
          en: "A measured value is a single number for all data, so it cannot read one care episode.",
        }
      : {
          sv: "En rad i ett värde är bestämd på förhand: tal, andra värden och mätvärden.",
          en: "A row of a value is settled beforehand: numbers, other values and measured values.",
        },
    advice: measured
      ? {
          sv: "Ta genomsnitt, summa eller antal av det `för vårdtillfällen`.",
          en: "Take a mean, sum or number of it `for care episodes`.",
        }
      : {
          sv: "Skriv uträkningen som ett `begrepp`. Beror värdet på ett val, skriv `beror på`.",
          en: "Write the calculation as a `term`. If the value depends on a choice, write `depends on`.",
        },
  });
}
