// AV2001. A name is used that nothing within reach gives.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";
import { neededWords, type Sort } from "../sorts.ts";

export function unknownName(name: Name, sort: Sort, guess: string | undefined): Problem {
  const needed = neededWords(sort);
  const written = name.document === undefined ? name.text : `${name.document}.${name.text}`;
  const right = name.document === undefined ? guess : `${name.document}.${guess}`;
  return problem({
    code: "AV2001",
    span: name.span,
    headline: {
      sv: `Jag hittar inget som heter \`${written}\`.`,
      en: `I find nothing called \`${written}\`.`,
    },
    cause: {
      sv: `Här behövs namnet på ${needed.sv}, från dokumentet självt eller från ett som det använder.`,
      en: `This needs the name of ${needed.en}, from the document itself or from one that it uses.`,
    },
    advice:
      guess === undefined
        ? {
            sv: "Rätta namnet, eller skriv en sats som ger det.",
            en: "Correct the name, or write a statement that gives it.",
          }
        : { sv: `Menar du \`${right}\`?`, en: `Do you mean \`${right}\`?` },
    fixes: guess === undefined || right === undefined ? [] : [replaceWith(name.span, right)],
  });
}
