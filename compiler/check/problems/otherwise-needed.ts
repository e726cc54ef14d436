// AV3010. `om` without `annars`: nobody has said what applies in the other case.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function otherwiseNeeded(about: {
  readonly expression: Extract<Expression, { kind: "if" }>;
  readonly then: Kind;
}): Problem {
  const what = kindWords(about.then);
  return problem({
    code: "AV3010",
    span: { ...about.expression.span, start: about.expression.condition.span.start },
    headline: { sv: "Här står `om` utan `annars`.", en: "Here is `if` without `otherwise`." },
    cause: {
      sv: "Då sägs inte vad som gäller när villkoret inte är uppfyllt. Bara i raden `krävs A om C` får `annars` utelämnas.",
      en: "So nothing says what applies when the condition is not met. Only a line `requires A if C` may leave it out.",
    },
    advice: {
      sv: `Skriv \`annars\` och ${what.sv} efter villkoret.`,
      en: `Write \`otherwise\` and ${what.en} after the condition.`,
    },
  });
}
