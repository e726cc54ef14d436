// AV1003. A file is larger than any agreement; it is refused before it is read.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function fileTooLarge(span: Span, limit: string): Problem {
  return problem({
    code: "AV1003",
    span,
    headline: { sv: `Filen har mer än ${limit} tecken.`, en: `The file has more than ${limit} characters.` },
    cause: {
      sv: "Så långa överenskommelser finns inte. Något annat har nog hamnat i filen, och jag läser den inte.",
      en: "There are no agreements of that length. Something else is probably in the file, and I do not read it.",
    },
    advice: {
      sv: "Se efter vad filen innehåller. Dela upp texten i flera filer om allt ska vara med.",
      en: "Look at what the file holds. Divide the text into several files if all of it belongs there.",
    },
  });
}
