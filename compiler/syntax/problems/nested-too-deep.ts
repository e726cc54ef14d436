// AV1005. Parentheses, or other forms, lie deeper in one another than anybody can follow.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function nestedTooDeep(span: Span, limit: number): Problem {
  return problem({
    code: "AV1005",
    span,
    headline: {
      sv: `Här ligger mer än ${limit} uttryck inuti eller efter varandra.`,
      en: `More than ${limit} expressions lie inside or after one another here.`,
    },
    cause: {
      sv: "En uträkning som är så sammansatt går inte att granska, och jag läser inte raden.",
      en: "A calculation as composed as that cannot be reviewed, and I do not read the line.",
    },
    advice: {
      sv: "Dela upp den i flera begrepp eller steg som får var sitt namn.",
      en: "Divide it into several terms or steps that each get a name.",
    },
  });
}
