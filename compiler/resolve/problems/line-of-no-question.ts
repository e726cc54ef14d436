// AV6003. A line says that it belongs to a question that nobody asks.

import { nearest } from "../../nearest.ts";
import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function lineOfNoQuestion(tag: Name, known: readonly string[]): Problem {
  const guess = nearest(tag.text, known);
  return problem({
    code: "AV6003",
    span: tag.span,
    headline: {
      sv: `Ingen ställer frågan \`${tag.text}\` i det här dokumentet.`,
      en: `Nobody asks the question \`${tag.text}\` in this document.`,
    },
    cause: {
      sv: "`se tolkningsfråga` leder till en fråga med sina tolkningar i samma dokument.",
      en: "`see question` leads to a question with its readings in the same document.",
    },
    advice:
      guess === undefined
        ? {
            sv: `Skriv \`tolkningsfråga ${tag.text}\` med sina tolkningar, eller ta bort hänvisningen.`,
            en: `Write \`question ${tag.text}\` with its readings, or remove the reference.`,
          }
        : { sv: `Menar du \`${guess}\`?`, en: `Do you mean \`${guess}\`?` },
    fixes: guess === undefined ? [] : [replaceWith(tag.span, guess)],
  });
}
