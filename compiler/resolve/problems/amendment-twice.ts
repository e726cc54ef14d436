// AV2016. Two amendments of one document bear the same name, so that neither is the one that was decided.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function amendmentTwice(name: Name, document: string, first: Name): Problem {
  return problem({
    code: "AV2016",
    span: name.span,
    headline: {
      sv: `Det finns två ändringar \`${name.text}\` av \`${document}\`.`,
      en: `There are two amendments \`${name.text}\` of \`${document}\`.`,
    },
    cause: {
      sv: "Ett beslut har ett namn och en text. Jag räknar med den första och bortser från den andra.",
      en: "A decision has one name and one text. I count the first and leave the second aside.",
    },
    advice: {
      sv: "Ge den ena ett annat namn, eller ta bort den.",
      en: "Give one of them another name, or remove it.",
    },
    related: [{ span: first.span, says: { sv: "Den första är här.", en: "The first one is here." } }],
  });
}
