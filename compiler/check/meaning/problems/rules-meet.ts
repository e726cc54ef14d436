// AV3500. Two rules take the same record, and nothing says which of them comes first.

import { problem } from "../../../problem-titles/catalogue.ts";
import type { Problem, Words } from "../../../problem.ts";
import type { Name } from "../../../syntax/ast.ts";

export function rulesMeet(about: { readonly first: Name; readonly second: Name; readonly example: Words }): Problem {
  const { first, second, example } = about;
  return problem({
    code: "AV3500",
    span: second.span,
    headline: {
      sv: `Både \`${first.text}\` och \`${second.text}\` tar samma vårdtillfälle.`,
      en: `Both \`${first.text}\` and \`${second.text}\` take the same care episode.`,
    },
    cause: { sv: `Till exempel: ${example.sv}.`, en: `For example: ${example.en}.` },
    advice: {
      sv: `Skriv \`i stället för ${first.text}\` eller \`utöver ${first.text}\`, eller skilj reglerna åt i \`gäller … där\`.`,
      en: `Write \`instead of ${first.text}\` or \`on top of ${first.text}\`, or part the rules in \`applies to … where\`.`,
    },
    related: [{ span: first.span, says: { sv: "den andra regeln", en: "the other rule" } }],
  });
}
