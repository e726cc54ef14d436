// AV2001. Something is asked of a date or a payer that neither the language nor a register knows.

import { nearest } from "../../nearest.ts";
import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function unknownAttribute(name: Name, known: readonly string[]): Problem {
  const guess = nearest(name.text, known);
  return problem({
    code: "AV2001",
    span: name.span,
    headline: {
      sv: `Jag vet inte vad \`${name.text} för\` frågar efter.`,
      en: `I do not know what \`${name.text} for\` asks for.`,
    },
    cause: {
      sv: "Före `för` står datum, klockslag, månad, kvartal eller år, eller ett fält i ett register som används.",
      en: "Before `for` stands date, clock time, month, quarter or year, or a field of a register that is used.",
    },
    advice:
      guess === undefined
        ? {
            sv: "Rätta ordet, eller lägg till fältet i registret.",
            en: "Correct the word, or add the field to the register.",
          }
        : { sv: `Menar du \`${guess}\`?`, en: `Do you mean \`${guess}\`?` },
    fixes: guess === undefined ? [] : [replaceWith(name.span, guess)],
  });
}
