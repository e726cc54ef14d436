// AV2014. A document is named that is not among those at hand.

import { nearest } from "../../nearest.ts";
import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

/** `document` is the name looked for: the whole of `name`, or the part before its full stop. */
export function unknownDocument(name: Name, document: string, known: readonly string[]): Problem {
  const guess = nearest(document, known);
  const right = guess === undefined || name.document === undefined ? guess : `${guess}.${name.text}`;
  return problem({
    code: "AV2014",
    span: name.span,
    headline: {
      sv: `Jag hittar inget dokument \`${document}\`.`,
      en: `I find no document \`${document}\`.`,
    },
    cause: {
      sv: "Andra dokument nämns vid namn, det som står först i deras egen fil, och måste vara med.",
      en: "Other documents are named by what stands first in their own file, and must be given too.",
    },
    advice:
      guess === undefined
        ? { sv: "Rätta namnet, eller ta med dokumentets fil.", en: "Correct the name, or include the document's file." }
        : { sv: `Menar du \`${guess}\`?`, en: `Do you mean \`${guess}\`?` },
    fixes: right === undefined ? [] : [replaceWith(name.span, right)],
  });
}
