// AV3047. The amount of a rule is never rounded.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { RuleText } from "../../resolve/document.ts";
import type { RuleLine } from "../../syntax/ast.ts";

export function roundingMissing(about: { readonly rule: RuleText; readonly amount: RuleLine | undefined }): Problem {
  const { rule, amount } = about;
  const step = amount?.kind === "step" ? amount.name : rule.statement.name;
  return problem({
    code: "AV3047",
    span: step.span,
    headline: {
      sv: `Det står inte hur beloppet i \`${rule.name}\` avrundas.`,
      en: `Nothing says how the amount of \`${rule.name}\` is rounded.`,
    },
    cause: {
      sv: "En faktura är i hela ören, och jag avrundar aldrig på egen hand.",
      en: "An invoice is in whole öre, and I never round on my own.",
    },
    advice: {
      sv: 'Lägg till `avrunda belopp till hela ören, halva uppåt`. Är texten tyst, lägg till `enligt antagande "…"`.',
      en: 'Add `round belopp to whole öre, halves up`. If the text is silent, add `under assumption "…"`.',
    },
  });
}
