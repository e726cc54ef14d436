// AV2006. Something is defined that nothing in any document uses. A warning: nothing goes wrong, but something may be missing.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";
import type { Declaration } from "../bindings.ts";
import { wordsFor } from "../sorts.ts";

export function unusedName(name: Name, kind: Declaration["kind"]): Problem {
  const words = wordsFor(kind);
  return problem({
    code: "AV2006",
    severity: "warning",
    span: name.span,
    headline: {
      sv: `Ingen använder \`${name.text}\`.`,
      en: `Nobody uses \`${name.text}\`.`,
    },
    cause: {
      sv: `Det är ${words.sv} som inte påverkar något. Ofta är det en rad någon annanstans som har glömts.`,
      en: `It is ${words.en} that has no effect. Often a line somewhere else has been forgotten.`,
    },
    advice: {
      sv: "Använd namnet där det hör hemma, eller ta bort det. Som det står betyder det inget.",
      en: "Use the name where it belongs, or remove it. As it stands it means nothing.",
    },
  });
}
