// AV6050. A reading is chosen, but not whether preliminarily or by decision.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Language, QuestionStatement } from "../../syntax/ast.ts";

export function standingNotSaid(about: {
  readonly chosen: NonNullable<QuestionStatement["chosen"]>;
  readonly language: Language;
}): Problem {
  const { chosen, language } = about;
  const { reading } = chosen;
  const word = language === "sv" ? "preliminärt" : "preliminarily";
  return problem({
    code: "AV6050",
    span: reading.span,
    headline: {
      sv: `Här är \`${reading.text}\` vald, men inte om det är preliminärt eller beslutat.`,
      en: `Here \`${reading.text}\` is chosen, but not whether preliminarily or by decision.`,
    },
    cause: {
      sv: "Den som får en faktura ska kunna se om parterna har enats om hur texten läses.",
      en: "Whoever gets an invoice must be able to see whether the parties have agreed how the text is read.",
    },
    advice: {
      sv: "Skriv `preliminärt` efter namnet, eller `beslut` med vem och vilken dag.",
      en: "Write `preliminarily` after the name, or `decided` with by whom and on which day.",
    },
    fixes: [
      {
        label: { sv: `Skriv \`${word}\``, en: `Write \`${word}\`` },
        edits: [{ span: { ...reading.span, start: reading.span.end }, text: ` ${word}` }],
      },
    ],
  });
}
