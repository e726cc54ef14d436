// AV3502. Other rules take everything before a rule is asked.

import { problem } from "../../../problem-titles/catalogue.ts";
import type { Problem } from "../../../problem.ts";
import type { Name } from "../../../syntax/ast.ts";

export function alwaysTakenBefore(about: { readonly name: Name; readonly by: readonly Name[] }): Problem {
  const { name, by } = about;
  const names = (and: string): string => by.map(({ text }) => `\`${text}\``).join(` ${and} `);
  const one = by.length === 1;
  return problem({
    code: "AV3502",
    span: name.span,
    headline: {
      sv: `Inget blir kvar till \`${name.text}\`.`,
      en: `Nothing is left for \`${name.text}\`.`,
    },
    cause: {
      sv: `${names("och")} tar först, och tar allt som \`${name.text}\` gäller, alla dagar.`,
      en: `${names("and")} ${one ? "takes" : "take"} first, and ${one ? "takes" : "take"} all that \`${name.text}\` applies to, every day.`,
    },
    advice: {
      sv: "Begränsa regeln som står före, till exempel med `gäller … där` eller ett slutdatum, eller ta bort den här.",
      en: "Narrow the rule that comes first, for example by `applies to … where` or an end date, or remove this one.",
    },
    related: by.map(({ span }) => ({ span, says: { sv: "tar först", en: "takes first" } })),
  });
}
