// AV6004. Lines carry a question none of whose readings is the text as it stands, so the lines never apply.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function noReadingAsWritten(question: Name, tag: Name): Problem {
  return problem({
    code: "AV6004",
    span: question.span,
    headline: {
      sv: `Ingen tolkning av \`${question.text}\` är \`som skrivet\`.`,
      en: `No reading of \`${question.text}\` is \`as written\`.`,
    },
    cause: {
      sv: "Texten som är märkt med frågan gäller då aldrig, vilken tolkning som än väljs.",
      en: "The text that is marked with the question then never applies, whichever reading is chosen.",
    },
    advice: {
      sv: "Skriv `som skrivet` efter den tolkning som texten uttrycker. Uttrycker den ingen av dem ska där stå `inget` i stället.",
      en: "Write `as written` after the reading that the text expresses. If it expresses none, let `nothing` stand there instead.",
    },
    related: [{ span: tag.span, says: { sv: "Detta är märkt med frågan.", en: "This is marked with the question." } }],
  });
}
