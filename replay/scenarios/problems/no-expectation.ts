import type { Problem } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8011. */
export function noExpectation(span: Span): Problem {
  return scenarioProblem({
    code: "AV8011",
    span,
    headline: { sv: "Scenariot säger inte vad som ska bli.", en: "The scenario does not say what is to come out." },
    cause: {
      sv: "Ett scenario måste kunna slå fel, annars prövar det ingenting.",
      en: "A scenario must be able to fail, else it tests nothing.",
    },
    advice: {
      sv: "Skriv `förväntat:` och under det till exempel `alla lydelser: ingen debitering`.",
      en: "Write `expected:` and below it for example `all wordings: no charge`.",
    },
  });
}
