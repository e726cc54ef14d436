// AV2002. A hyphen joins two known names where a minus was most likely meant.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function minusWithoutSpaces(name: Name, [left, right]: readonly [string, string]): Problem {
  return problem({
    code: "AV2002",
    span: name.span,
    headline: {
      sv: `Inget heter \`${name.text}\`, men \`${left}\` finns.`,
      en: `Nothing is called \`${name.text}\`, but \`${left}\` exists.`,
    },
    cause: {
      sv: "Ett bindestreck hör till namnet. Ett minus har mellanslag på båda sidor.",
      en: "A hyphen belongs to a name. A minus has a space on each side.",
    },
    advice: { sv: `Skriv \`${left} - ${right}\`.`, en: `Write \`${left} - ${right}\`.` },
    fixes: [replaceWith(name.span, `${left} - ${right}`)],
  });
}
