// AV1036. A line or statement ends before it has said what it must.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function somethingMissing(span: Span, reading: Words, needed: Words, example: Words): Problem {
  return problem({
    code: "AV1036",
    span,
    headline: { sv: `Här saknas ${needed.sv}.`, en: `Here ${needed.en} is missing.` },
    cause: {
      sv: `Jag läser ${reading.sv}, och där måste det stå.`,
      en: `I am reading ${reading.en}, and it must be said there.`,
    },
    advice: { sv: `Så kan det stå: \`${example.sv}\``, en: `It may read: \`${example.en}\`` },
  });
}
