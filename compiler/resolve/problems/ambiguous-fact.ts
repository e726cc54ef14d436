// AV2003. Several registers have the fact that is asked for, with nothing to say which is meant.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";
import type { Declaration } from "../bindings.ts";

export function ambiguousFact(name: Name, facts: readonly (Declaration & { kind: "registerFact" })[]): Problem {
  const registers = facts.map(({ register }) => `\`${register.name.text}\``).join(", ");
  return problem({
    code: "AV2003",
    span: name.span,
    headline: {
      sv: `Flera register har fältet \`${name.text}\`: ${registers}.`,
      en: `Several registers have the field \`${name.text}\`: ${registers}.`,
    },
    cause: {
      sv: "Jag vet då inte i vilket register jag ska slå upp betalaren.",
      en: "I then do not know in which register to look the payer up.",
    },
    advice: {
      sv: "Ge fälten olika namn i registren.",
      en: "Give the fields different names in the registers.",
    },
    related: facts.map(({ field }) => ({
      span: field.name.span,
      says: { sv: "Det här registret har fältet.", en: "This register has the field." },
    })),
  });
}
