import type { Problem } from "@avtal/compiler/problem";
import type { Said } from "../read/plain.ts";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8106. `first`: the other entry that speaks of the wording. */
export function wordingTwice(said: Said, first: Said, wording: string): Problem {
  return scenarioProblem({
    code: "AV8106",
    span: said.span,
    headline: {
      sv: `Två förväntningar gäller lydelsen ${wording}.`,
      en: `Two expectations speak of the wording ${wording}.`,
    },
    cause: {
      sv: "Jag väljer inte mellan två uppgifter om samma sak.",
      en: "I do not choose between two statements about the same thing.",
    },
    advice: {
      sv: "Behåll en av dem. Skriv `övriga lydelser` om de andra menas.",
      en: "Keep one of them. Write `other wordings` if the others are meant.",
    },
    related: [{ span: first.span, says: { sv: "Den andra står här:", en: "The other stands here:" } }],
  });
}
