// AV6008. Two readings of a question bear the same name.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function readingTwice(reading: Name, first: Name): Problem {
  return problem({
    code: "AV6008",
    span: reading.span,
    headline: {
      sv: `Frågan har redan en tolkning \`${reading.text}\`.`,
      en: `The question already has a reading \`${reading.text}\`.`,
    },
    cause: {
      sv: "Tolkningen väljs vid namn, i texten och när en körning prövar en annan.",
      en: "A reading is chosen by its name, in the text and when a run tries another.",
    },
    advice: { sv: "Ge den ena ett annat namn.", en: "Give one of them another name." },
    related: [{ span: first.span, says: { sv: "Den första är här.", en: "The first one is here." } }],
  });
}
