// AV2041. A line of `avtal.lock` is no seal.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function lockUnreadable(span: Span): Problem {
  return problem({
    code: "AV2041",
    span,
    headline: {
      sv: "Den här raden i `avtal.lock` är inget sigill.",
      en: "This line of `avtal.lock` is no seal.",
    },
    cause: {
      sv: "Varje rad har en texts namn, dess första dag och 64 tecken som sammanfattar vad den betyder.",
      en: "Each line has the name of a text, its first day, and 64 signs that sum up what it means.",
    },
    advice: {
      sv: "Hämta tillbaka filen som den var. Den skrivs av avtal och ändras inte för hand.",
      en: "Restore the file as it was. It is written by avtal and not edited by hand.",
    },
  });
}
