// AV1034. A parenthesis is opened but not closed.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function parenthesisNotClosed(span: Span, opened: Span): Problem {
  return problem({
    code: "AV1034",
    span,
    headline: { sv: "Här saknas en högerparentes.", en: "A closing parenthesis is missing here." },
    cause: {
      sv: "En parentes är öppen, och det som följer kan inte stå i den.",
      en: "A parenthesis is open, and what follows cannot stand inside it.",
    },
    advice: { sv: "Skriv `)` där parentesen slutar.", en: "Write `)` where the parenthesis ends." },
    fixes: [{ label: { sv: "Skriv `)`", en: "Write `)`" }, edits: [{ span, text: ")" }] }],
    related: [{ span: opened, says: { sv: "Den öppnades här.", en: "It was opened here." } }],
  });
}
