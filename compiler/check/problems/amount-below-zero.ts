// AV3057. A row of a value is below zero.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression } from "../../syntax/ast.ts";

export function amountBelowZero(about: { readonly cell: Expression }): Problem {
  return problem({
    code: "AV3057",
    span: about.cell.span,
    headline: { sv: "Raden ger något som är mindre än noll.", en: "The row gives something below zero." },
    cause: {
      sv: "Priser, frister och gränser är aldrig negativa. Ett minustecken här är nästan alltid ett skrivfel.",
      en: "Prices, periods and limits are never negative. A minus here is nearly always a slip.",
    },
    advice: {
      sv: "Skriv talet utan minus. Det som ska dras av dras av i regelns steg.",
      en: "Write the number without a minus. What is to be taken off is taken off in the steps of the rule.",
    },
  });
}
