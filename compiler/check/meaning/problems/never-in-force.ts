// AV4500. A rule that is in force on no day, whatever events happen and whichever reading is chosen.

import { problem } from "../../../problem-titles/catalogue.ts";
import type { Problem } from "../../../problem.ts";
import type { Span } from "../../../source.ts";
import type { Name } from "../../../syntax/ast.ts";

export function neverInForce(about: { readonly name: Name; readonly validity: Span | undefined }): Problem {
  const { name, validity } = about;
  return problem({
    code: "AV4500",
    span: validity ?? name.span,
    headline: {
      sv: `\`${name.text}\` gäller ingen dag.`,
      en: `\`${name.text}\` is in force on no day.`,
    },
    cause: {
      sv: "Regelns och dokumentets tider möts inte, när händelserna än inträffar.",
      en: "The times of the rule and of its document do not meet, whenever the events happen.",
    },
    advice: {
      sv: "Ändra när regeln börjar eller slutar, eller ta bort den.",
      en: "Change when the rule begins or ends, or remove it.",
    },
  });
}
