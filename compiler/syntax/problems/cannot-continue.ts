// AV1001. Something stands where the sentence cannot go on with it.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

/** `reading` is what I was reading, `needed` what could have stood here, `example` how such a line may read. */
export function cannotContinue(
  span: Span,
  found: string,
  about: { readonly reading: Words; readonly needed: Words; readonly example: Words },
): Problem {
  return problem({
    code: "AV1001",
    span,
    headline: {
      sv: `Jag kan inte läsa vidare vid \`${shown(found)}\`.`,
      en: `I cannot read on at \`${shown(found)}\`.`,
    },
    cause: {
      sv: `Jag läser ${about.reading.sv}, och här behöver jag ${about.needed.sv}.`,
      en: `I am reading ${about.reading.en}, and here I need ${about.needed.en}.`,
    },
    advice: {
      sv: `Så kan det stå: \`${about.example.sv}\``,
      en: `It may read: \`${about.example.en}\``,
    },
  });
}
