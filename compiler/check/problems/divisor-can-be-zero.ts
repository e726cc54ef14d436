// AV3043. Something is divided by what can be zero.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression } from "../../syntax/ast.ts";

export function divisorCanBeZero(about: { readonly divisor: Expression; readonly zero: boolean }): Problem {
  return problem({
    code: "AV3043",
    span: about.divisor.span,
    headline: about.zero
      ? { sv: "Här divideras med noll.", en: "This divides by zero." }
      : { sv: "Här divideras med något som kan vara noll.", en: "This divides by something that can be zero." },
    cause: {
      sv: "Delat med noll finns inget svar, och jag gissar inget.",
      en: "Divided by zero there is no answer, and I guess none.",
    },
    advice: about.zero
      ? { sv: "Skriv ett annat tal.", en: "Write another number." }
      : {
          sv: "Säg vad som gäller då: `a / b om b överstiger 0 annars …`. Ett antal utan `där` är aldrig noll i en grupp.",
          en: "Say what holds then: `a / b if b exceeds 0 otherwise …`. A number without `where` is never zero in a group.",
        },
  });
}
