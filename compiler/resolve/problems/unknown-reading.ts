// AV6002. A question's choice names a reading that the question does not have.

import { nearest } from "../../nearest.ts";
import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function unknownReading(reading: Name, question: string, known: readonly string[]): Problem {
  const guess = nearest(reading.text, known);
  const all = known.map((name) => `\`${name}\``).join(", ");
  return problem({
    code: "AV6002",
    span: reading.span,
    headline: {
      sv: `Frågan \`${question}\` har ingen tolkning \`${reading.text}\`.`,
      en: `The question \`${question}\` has no reading \`${reading.text}\`.`,
    },
    cause: { sv: `Tolkningarna är ${all}.`, en: `The readings are ${all}.` },
    advice:
      guess === undefined
        ? { sv: "Välj en av dem.", en: "Choose one of them." }
        : { sv: `Menar du \`${guess}\`?`, en: `Do you mean \`${guess}\`?` },
    fixes: guess === undefined ? [] : [replaceWith(reading.span, guess)],
  });
}
