// AV3025. `och` or `eller` after a `där` that stands in a comparison: it could belong to either.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Aggregate, Expression } from "../../syntax/ast.ts";

export function andInsideWhere(about: {
  readonly aggregate: Aggregate;
  readonly joined: Extract<Expression, { kind: "and" | "or" }>;
}): Problem {
  const { aggregate, joined } = about;
  const word = joined.kind === "and" ? { sv: "och", en: "and" } : { sv: "eller", en: "or" };
  return problem({
    code: "AV3025",
    span: joined.span,
    headline: {
      sv: `Här går det inte att se om \`${word.sv}\` hör till \`där\` eller till jämförelsen.`,
      en: `Here nobody can see whether \`${word.en}\` belongs to \`where\` or to the comparison.`,
    },
    cause: {
      sv: "Jag läser det som en del av `där`, men en läsare kan lika gärna läsa det som ett villkor till.",
      en: "I read it as part of `where`, but a reader may just as well take it as one more condition.",
    },
    advice: {
      sv: "Sätt parentes om uträkningen med `där`, så att den slutar där du menar.",
      en: "Put parentheses around the calculation with `where`, so that it ends where you mean.",
    },
    related: [{ span: aggregate.span, says: { sv: "Det här är uträkningen.", en: "This is the calculation." } }],
  });
}
