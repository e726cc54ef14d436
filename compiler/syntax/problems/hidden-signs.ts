// AV1009. Soft hyphens and spaces without width, which come along from word processors.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function hiddenSigns(span: Span, all: readonly Span[]): Problem {
  const count = all.length;
  return problem({
    code: "AV1009",
    span,
    headline: {
      sv: count === 1 ? "Här står ett osynligt tecken." : `Här står det första av ${count} osynliga tecken.`,
      en: count === 1 ? "Here stands an invisible sign." : `Here stands the first of ${count} invisible signs.`,
    },
    cause: {
      sv: "Ett mjukt bindestreck eller ett mellanslag utan bredd har följt med från ett ordbehandlingsprogram.",
      en: "A soft hyphen or a space without width has come along from a word processor.",
    },
    advice: {
      sv: "Ta bort det, så att två ord som ser lika ut också är lika.",
      en: "Remove it, so that two words that look alike are alike.",
    },
    fixes: [
      {
        label: { sv: "Ta bort alla osynliga tecken", en: "Remove all invisible signs" },
        edits: all.map((each) => ({ span: each, text: "" })),
      },
    ],
  });
}
