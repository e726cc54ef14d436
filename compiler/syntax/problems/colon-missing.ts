// AV1035. A dated row needs a colon between its day and its value.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function colonMissing(span: Span): Problem {
  return problem({
    code: "AV1035",
    span,
    headline: { sv: "Här saknas ett kolon.", en: "A colon is missing here." },
    cause: {
      sv: "En rad säger först det som den gäller för, sedan kolon, sedan värdet.",
      en: "A row first says what it applies to, then a colon, then the value.",
    },
    advice: { sv: "Skriv `:` före värdet.", en: "Write `:` before the value." },
    fixes: [{ label: { sv: "Skriv `:`", en: "Write `:`" }, edits: [{ span, text: ":" }] }],
  });
}
