// AV2013. An amendment names a document that does not exist.

import { nearest } from "../../nearest.ts";
import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function amendmentOfNothing(amends: Name, known: readonly string[]): Problem {
  const guess = nearest(amends.text, known);
  return problem({
    code: "AV2013",
    span: amends.span,
    headline: {
      sv: `Jag hittar inget dokument \`${amends.text}\` att ändra.`,
      en: `I find no document \`${amends.text}\` to amend.`,
    },
    cause: {
      sv: "En ändring hör till ett dokument vars beslutade text också är med.",
      en: "An amendment belongs to a document whose decided text is given too.",
    },
    advice:
      guess === undefined
        ? {
            sv: "Skriv dokumentets namn efter `av`, eller ta med filen med dess beslutade text.",
            en: "Write the document's name after `of`, or include the file with its decided text.",
          }
        : { sv: `Menar du \`${guess}\`?`, en: `Do you mean \`${guess}\`?` },
    fixes: guess === undefined ? [] : [replaceWith(amends.span, guess)],
  });
}
