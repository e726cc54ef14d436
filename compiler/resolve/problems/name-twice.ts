// AV2010. A name is given twice in one document.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function nameTwice(name: Name, first: Name): Problem {
  return problem({
    code: "AV2010",
    span: name.span,
    headline: {
      sv: `Namnet \`${name.text}\` är redan taget.`,
      en: `The name \`${name.text}\` is already taken.`,
    },
    cause: {
      sv: "Ett namn betyder en sak i ett dokument. Med två vet ingen vilken som menas där namnet används.",
      en: "A name means one thing in a document. With two, nobody knows which is meant where the name is used.",
    },
    advice: {
      sv: "Ge den ena ett annat namn, eller ta bort den som inte ska gälla.",
      en: "Give one of them another name, or remove the one that should not apply.",
    },
    related: [{ span: first.span, says: { sv: "Namnet är taget här.", en: "The name is taken here." } }],
  });
}
