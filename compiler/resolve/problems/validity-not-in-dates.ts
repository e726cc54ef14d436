// AV2023. The validity of a document or an amendment hangs on an event instead of a date.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { TimePoint } from "../../syntax/ast.ts";

export function validityNotInDates(point: TimePoint): Problem {
  return problem({
    code: "AV2023",
    span: point.span,
    headline: {
      sv: "Här står något annat än ett datum.",
      en: "Something other than a date stands here.",
    },
    cause: {
      sv: "Ett helt dokuments giltighet, och en ändrings, avgörs av datum. Utan dem går det inte att säga vilken lydelse som gäller en viss dag.",
      en: "The validity of a whole document, and of an amendment, is decided by dates. Without them no day has a wording.",
    },
    advice: {
      sv: "Skriv ett datum. Ska dokumentet vänta på en händelse skriver du `förutsätter` eller `vilande tills` och händelsens namn.",
      en: "Write a date. Where the document waits for an event, write `presupposes` or `dormant until` and the event's name.",
    },
  });
}
