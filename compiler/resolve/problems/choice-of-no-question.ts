// AV6011. A reading is chosen for a question that nobody asks.

import { nearest } from "../../nearest.ts";
import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function choiceOfNoQuestion(question: Name, known: readonly string[]): Problem {
  const guess = nearest(question.text, known);
  return problem({
    code: "AV6011",
    span: question.span,
    headline: {
      sv: `Här väljs en tolkning, men ingen ställer frågan \`${question.text}\`.`,
      en: `A reading is chosen here, but nobody asks the question \`${question.text}\`.`,
    },
    cause: {
      sv: "En fråga ställs en gång, med sina tolkningar. En ändring kan sedan välja en annan av dem.",
      en: "A question is asked once, with its readings. An amendment may then choose another of them.",
    },
    advice:
      guess === undefined
        ? {
            sv: "Rätta namnet, eller skriv frågan med sina tolkningar.",
            en: "Correct the name, or write the question with its readings.",
          }
        : { sv: `Menar du \`${guess}\`?`, en: `Do you mean \`${guess}\`?` },
    fixes: guess === undefined ? [] : [replaceWith(question.span, guess)],
  });
}
