// AV4007. Weekdays are counted, but the document does not say which days are not.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Document } from "../../resolve/document.ts";
import type { Span } from "../../source.ts";

export function weekdaysNotSaid(about: { readonly at: Span; readonly document: Document }): Problem {
  const { document } = about;
  return problem({
    code: "AV4007",
    span: about.at,
    headline: {
      sv: `Här räknas vardagar, men \`${document.name}\` säger inte vilka dagar som inte är det.`,
      en: `Weekdays are counted here, but \`${document.name}\` does not say which days are not.`,
    },
    cause: {
      sv: "Avtal skiljer sig åt om lördagar, midsommarafton, julafton och nyårsafton.",
      en: "Agreements differ about Saturdays, Midsummer Eve, Christmas Eve and New Year's Eve.",
    },
    advice: {
      sv: "Lägg till i huvudet: `vardagar utom lördagar, söndagar, helgdagar, …`.",
      en: "Add to the head: `weekdays except saturdays, sundays, public-holidays, …`.",
    },
    related: [{ span: document.head.name.span, says: { sv: "Huvudet är här.", en: "The head is here." } }],
  });
}
