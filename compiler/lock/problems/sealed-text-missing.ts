// AV2042. An amendment that was decided and sealed is no longer among the files of its document.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function sealedTextMissing(document: Name, amendment: string): Problem {
  return problem({
    code: "AV2042",
    span: document.span,
    headline: {
      sv: `Ändringen \`${amendment}\` av \`${document.text}\` är beslutad men finns inte med.`,
      en: `The amendment \`${amendment}\` of \`${document.text}\` is decided but not given.`,
    },
    cause: {
      sv: "Utan den blir den gällande texten en annan än den som beslutades.",
      en: "Without it the text in force is another than the one that was decided.",
    },
    advice: {
      sv: "Ta med ändringens fil. Ska den upphöra att gälla skriver du det i en ny ändring.",
      en: "Include the amendment's file. Should it cease to apply, write so in a new amendment.",
    },
  });
}
