// AV6061. Something rests on an assumption, which a release may not hold.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Citations } from "../../syntax/ast.ts";

export function assumptionLeft(citations: Extract<Citations, { kind: "assumption" }>): Problem {
  return problem({
    code: "AV6061",
    span: citations.span,
    headline: { sv: "Det här bygger på ett antagande.", en: "This rests on an assumption." },
    cause: {
      sv: "Med `--strict` ska allt ha stöd i en text som parterna har godkänt.",
      en: "With `--strict` everything must rest on a text that the parties have approved.",
    },
    advice: {
      sv: "Skriv källan när texten säger det, till exempel efter en ändring.",
      en: "Write the source once the text says it, for example after an amendment.",
    },
  });
}
