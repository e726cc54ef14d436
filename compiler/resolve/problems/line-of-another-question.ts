// AV6007. A reading replaces a line that belongs to another question. A line belongs to one.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";
import type { Span } from "../../source.ts";

export function lineOfAnotherQuestion(at: { readonly span: Span }, question: Name, owner: Name): Problem {
  return problem({
    code: "AV6007",
    span: at.span,
    headline: {
      sv: `Den rad som detta ersätter hör till frågan \`${owner.text}\`, inte till \`${question.text}\`.`,
      en: `The line that this replaces belongs to the question \`${owner.text}\`, not to \`${question.text}\`.`,
    },
    cause: {
      sv: "En rad hör till en enda fråga. Annars beror den på två val på en gång, och ingen har sagt vad som gäller då.",
      en: "A line belongs to one question. Else it hangs on two choices at once, and nobody has said what applies then.",
    },
    advice: {
      sv: "Dela raden i två, till exempel med ett steg för varje fråga, eller slå ihop frågorna.",
      en: "Split the line in two, for example with one step for each question, or merge the questions.",
    },
    related: [
      { span: owner.span, says: { sv: "Raden hör till den här frågan.", en: "The line belongs to this question." } },
    ],
  });
}
