// AV3501. Nothing can be all that a rule's scope asks for.

import { problem } from "../../../problem-titles/catalogue.ts";
import type { Problem } from "../../../problem.ts";
import type { Span } from "../../../source.ts";
import type { Name } from "../../../syntax/ast.ts";

export function scopeContradictsItself(about: { readonly name: Name; readonly scope: Span | undefined }): Problem {
  const { name, scope } = about;
  return problem({
    code: "AV3501",
    span: scope ?? name.span,
    headline: {
      sv: `Inget vårdtillfälle kan uppfylla det som \`${name.text}\` gäller.`,
      en: `No care episode can be what \`${name.text}\` applies to.`,
    },
    cause: {
      sv: "Det som krävs för att regeln ska gälla säger emot sig självt, vad uppgifterna än är.",
      en: "What the rule applies to contradicts itself, whatever the facts are.",
    },
    advice: {
      sv: "Se efter om ett `och` skulle vara ett `eller`, eller ta bort regeln.",
      en: "See whether an `and` should be an `or`, or remove the rule.",
    },
  });
}
