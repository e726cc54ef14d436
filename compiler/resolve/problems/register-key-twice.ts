// AV2033. An entry of a register says the same thing twice.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function registerKeyTwice(span: Span): Problem {
  return problem({
    code: "AV2033",
    span,
    headline: {
      sv: "Uppgiften står redan hos samma betalare.",
      en: "The fact already stands with the same payer.",
    },
    cause: {
      sv: "Två svar på samma fråga kan inte båda gälla, och jag väljer inte.",
      en: "Two answers to one question cannot both apply, and I do not choose.",
    },
    advice: {
      sv: "Ta bort den ena raden. Är det en ny betalare ska den börja med `- kod:`.",
      en: "Remove one of the lines. If it is a new payer, let it begin with `- kod:`.",
    },
  });
}
