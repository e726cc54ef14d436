import type { Problem } from "@avtal/compiler/problem";
import type { Said } from "../read/plain.ts";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8014. */
export function unusableName(name: Said, why: "dot" | "long"): Problem {
  return scenarioProblem({
    code: "AV8014",
    span: name.span,
    headline:
      why === "dot"
        ? { sv: "Namnet innehåller tecknet `·`.", en: "The name contains the sign `·`." }
        : { sv: "Namnet är längre än 200 tecken.", en: "The name is longer than 200 characters." },
    cause: {
      sv: "Namnet står på en rad i utfallsfilen, och där skiljer `·` delarna åt.",
      en: "The name stands on one line of the outcome file, where `·` divides the parts.",
    },
    advice: { sv: "Skriv en kort mening utan det tecknet.", en: "Write a short sentence without that sign." },
  });
}
