// AV1014. A text begins with a quotation mark and the line ends before it is closed.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function unclosedText(span: Span, closing: { readonly at: Span; readonly mark: string }): Problem {
  return problem({
    code: "AV1014",
    span,
    headline: { sv: "Texten har inget sista citattecken.", en: "The text has no last quotation mark." },
    cause: {
      sv: "En text börjar och slutar på samma rad. Ett rakt citattecken stängs med ett rakt, ett krumt med ett krumt.",
      en: "A text begins and ends on one line. A straight mark is closed by a straight one, a curly by a curly one.",
    },
    advice: { sv: "Skriv citattecknet där texten slutar.", en: "Write the quotation mark where the text ends." },
    fixes: [
      {
        label: { sv: "Stäng texten", en: "Close the text" },
        edits: [{ span: closing.at, text: closing.mark }],
      },
    ],
  });
}
