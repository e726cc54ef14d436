// AV2004. A name belongs to a document that this one does not say it uses.

import type { Fix, Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function documentNotUsed(name: Name, documents: readonly string[], fix: Fix | undefined): Problem {
  const where = documents.map((document) => `\`${document}\``).join(", ");
  const [first = ""] = documents;
  return problem({
    code: "AV2004",
    span: name.span,
    headline: {
      sv: `\`${name.text}\` finns i ${where}, som inte används här.`,
      en: `\`${name.text}\` exists in ${where}, which is not used here.`,
    },
    cause: {
      sv: "Namn ur andra dokument gäller bara där dokumentet står efter `använder`, så att läsaren ser varifrån de kommer.",
      en: "Names from other documents only hold where the document stands after `uses`, so that readers see where they come from.",
    },
    advice: {
      sv: `Lägg till \`${first}\` efter \`använder\`, eller skriv ett eget namn.`,
      en: `Add \`${first}\` after \`uses\`, or write a name of your own.`,
    },
    fixes: fix === undefined ? [] : [fix],
  });
}
