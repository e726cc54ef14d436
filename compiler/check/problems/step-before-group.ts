// AV3055. A step of the group is read where single care episodes are still looked at.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function stepBeforeGroup(about: { readonly name: Name }): Problem {
  const { text } = about.name;
  return problem({
    code: "AV3055",
    span: about.name.span,
    headline: {
      sv: `\`${text}\` är ett steg för hela gruppen, men här ses varje vårdtillfälle för sig.`,
      en: `\`${text}\` is a step of the whole group, but here each care episode is looked at.`,
    },
    cause: {
      sv: "Stegen räknas ut när gruppen är samlad. Före det finns bara det enskilda vårdtillfället.",
      en: "Steps are worked out when the group is complete. Before that there is only the single care episode.",
    },
    advice: {
      sv: "Skriv det som ett `begrepp`, eller flytta jämförelsen till raden `när`.",
      en: "Write it as a `term`, or move the comparison to the line `when`.",
    },
  });
}
