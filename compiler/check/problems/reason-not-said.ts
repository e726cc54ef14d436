// AV6055. A reading is chosen without a reason.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name, QuestionStatement } from "../../syntax/ast.ts";

export function reasonNotSaid(about: {
  readonly question: Name;
  readonly chosen: NonNullable<QuestionStatement["chosen"]>;
}): Problem {
  const { question, chosen } = about;
  return problem({
    code: "AV6055",
    span: chosen.reading.span,
    headline: {
      sv: `Här står inte varför \`${chosen.reading.text}\` är vald i \`${question.text}\`.`,
      en: `Nothing says why \`${chosen.reading.text}\` is chosen in \`${question.text}\`.`,
    },
    cause: {
      sv: "Ett val mellan två sätt att läsa texten ska gå att granska.",
      en: "A choice between two ways to read the text must be open to review.",
    },
    advice: { sv: 'Lägg till `motiv "…"`.', en: 'Add `reason "…"`.' },
  });
}
