import { replaceWith, type Problem } from "@avtal/compiler/problem";
import type { Span } from "@avtal/compiler/source";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8004. */
export function tabFound(span: Span): Problem {
  return scenarioProblem({
    code: "AV8004",
    span,
    headline: { sv: "Här står ett tabbtecken.", en: "A tab stands here." },
    cause: {
      sv: "I YAML visar indraget vad som hör till vad. En tabb är olika bred i olika program.",
      en: "In YAML the indent shows what belongs to what. A tab is wide in one program and narrow in another.",
    },
    advice: { sv: "Skriv blanksteg i stället.", en: "Write spaces instead." },
    fixes: [replaceWith(span, "  ")],
  });
}
