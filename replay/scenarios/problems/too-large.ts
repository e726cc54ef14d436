import type { Problem, Words } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8005. More than a file of scenarios ever is: characters, or levels within each other. */
export function tooLarge(span: Span, what: "large" | "deep"): Problem {
  const headlines: Readonly<Record<typeof what, Words>> = {
    large: { sv: "Filen är längre än 1 000 000 tecken.", en: "The file is longer than 1,000,000 characters." },
    deep: { sv: "Här står mer än 24 nivåer i varandra.", en: "More than 24 levels stand within each other here." },
  };
  return scenarioProblem({
    code: "AV8005",
    span,
    headline: headlines[what],
    cause: { sv: "Inget scenario behöver så mycket.", en: "No scenario needs that much." },
    advice:
      what === "large"
        ? {
            sv: "Dela filen, eller kontrollera att det är rätt fil.",
            en: "Divide the file, or check that it is the right one.",
          }
        : { sv: "Kontrollera klamrar och indrag.", en: "Check brackets and indents." },
  });
}
