// AV1038. `avrunda` without what happens to halves.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function roundingNotSaid(span: Span): Problem {
  return problem({
    code: "AV1038",
    span,
    headline: { sv: "Det står inte hur det avrundas.", en: "It is not said how it is rounded." },
    cause: {
      sv: "Precis mitt emellan kan det avrundas åt båda hållen, och det syns på fakturan. Jag väljer inte.",
      en: "Exactly halfway it can be rounded either way, and that shows on the invoice. I do not choose.",
    },
    advice: {
      sv: "Skriv `halva uppåt`, `halva till jämnt`, `nedåt` eller `uppåt` efter ett komma.",
      en: "Write `halves up`, `halves to even`, `down` or `up` after a comma.",
    },
  });
}
