// AV2001. A citation names a source that the document does not have.

import { nearest } from "../../nearest.ts";
import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function unknownSource(name: Name, known: readonly string[]): Problem {
  const guess = nearest(name.text, known);
  return problem({
    code: "AV2001",
    span: name.span,
    headline: {
      sv: `Jag hittar ingen källa som heter \`${name.text}\`.`,
      en: `I find no source called \`${name.text}\`.`,
    },
    cause: {
      sv: "Efter `enligt` står en källa som dokumentet har, eller namnet på ett annat dokument.",
      en: "After `under` stands a source that the document has, or the name of another document.",
    },
    advice:
      guess === undefined
        ? {
            sv: `Skriv till exempel \`källa ${name.text} "Textens titel"\`, eller ta med dokumentet.`,
            en: `Write for example \`source ${name.text} "Title of the text"\`, or include the document.`,
          }
        : { sv: `Menar du \`${guess}\`?`, en: `Do you mean \`${guess}\`?` },
    fixes: guess === undefined ? [] : [replaceWith(name.span, guess)],
  });
}
