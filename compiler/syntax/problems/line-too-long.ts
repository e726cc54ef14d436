// AV1004. A line is longer than anybody can read; the file is refused before it is read.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function lineTooLong(span: Span, limit: string): Problem {
  return problem({
    code: "AV1004",
    span,
    headline: { sv: `Raden har mer än ${limit} tecken.`, en: `The line has more than ${limit} characters.` },
    cause: {
      sv: "En sådan rad går inte att granska. Radbrytningarna har nog försvunnit, och jag läser inte filen.",
      en: "Such a line cannot be reviewed. Its line breaks have probably been lost, and I do not read the file.",
    },
    advice: {
      sv: "Dela upp raden. Radbrytningar får stå var som helst mellan orden.",
      en: "Divide the line. Line breaks may stand anywhere between words.",
    },
  });
}
