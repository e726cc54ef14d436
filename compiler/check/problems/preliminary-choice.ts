// AV6060. A reading is chosen only preliminarily, which a release may not hold.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { QuestionStatement } from "../../syntax/ast.ts";

export function preliminaryChoice(
  question: QuestionStatement,
  chosen: NonNullable<QuestionStatement["chosen"]>,
): Problem {
  return problem({
    code: "AV6060",
    span: chosen.reading.span,
    headline: {
      sv: `\`${question.name.text}\` är bara preliminärt avgjord.`,
      en: `\`${question.name.text}\` is only settled preliminarily.`,
    },
    cause: {
      sv: "Med `--strict` ska parterna ha beslutat hur texten läses.",
      en: "With `--strict` the parties must have decided how the text is read.",
    },
    advice: {
      sv: "Skriv `beslut` med vem och vilken dag, när frågan är avgjord.",
      en: "Write `decided` with by whom and on which day, once the question is settled.",
    },
  });
}
