// AV1032. A minus needs a space on both sides, because a hyphen belongs to a name.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function minusWithoutSpaces(span: Span, spaced: string): Problem {
  return problem({
    code: "AV1032",
    span,
    headline: {
      sv: "Minustecknet har inte mellanslag på båda sidor.",
      en: "The minus sign does not have a space on both sides.",
    },
    cause: {
      sv: "Bindestreck hör till namn: `a-b` är ett namn, `a - b` är en uträkning. Däremellan finns inget.",
      en: "Hyphens belong to names: `a-b` is a name, `a - b` is a calculation. There is nothing in between.",
    },
    advice: { sv: "Skriv ett mellanslag före och ett efter.", en: "Write one space before it and one after." },
    fixes: [replaceWith(span, spaced)],
  });
}
