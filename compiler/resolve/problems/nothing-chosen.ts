// AV6001. A question has readings but none is chosen, so that nobody knows what applies.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { QuestionStatement } from "../../syntax/ast.ts";

export function nothingChosen(question: QuestionStatement): Problem {
  const first = question.readings[0]?.name.text ?? "…";
  return problem({
    code: "AV6001",
    span: question.name.span,
    headline: {
      sv: `Ingen tolkning av \`${question.name.text}\` är vald.`,
      en: `No reading of \`${question.name.text}\` is chosen.`,
    },
    cause: {
      sv: "En tveksam text får flera tolkningar, men vid varje tid gäller en av dem. Jag väljer inte.",
      en: "A text in doubt may have several readings, but at any time one of them applies. I do not choose.",
    },
    advice: {
      sv: `Avsluta frågan med till exempel \`vald ${first} preliminärt motiv "…"\`.`,
      en: `End the question with for example \`chosen ${first} preliminarily reason "…"\`.`,
    },
  });
}
