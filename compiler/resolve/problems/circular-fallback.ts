// AV2015. `annars gäller` leads back to where it began.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

/** `circle` holds the documents in the order in which they lead to each other. */
export function circularFallback(otherwise: Name, circle: readonly string[]): Problem {
  const way = [...circle, circle[0] ?? otherwise.text].map((name) => `\`${name}\``).join(" → ");
  return problem({
    code: "AV2015",
    span: otherwise.span,
    headline: {
      sv: `\`annars gäller\` leder runt: ${way}.`,
      en: `\`otherwise applies\` leads in a circle: ${way}.`,
    },
    cause: {
      sv: "Ett vårdtillfälle som ingen av dem tar skulle skickas runt utan slut.",
      en: "A care episode that none of them takes would be handed around without end.",
    },
    advice: {
      sv: "Ta bort `annars gäller` i det dokument som ska vara det sista.",
      en: "Remove `otherwise applies` in the document that should be the last one.",
    },
  });
}
