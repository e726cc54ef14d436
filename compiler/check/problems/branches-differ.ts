// AV3009. The two sides of `om … annars` are different sorts of things.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function branchesDiffer(about: {
  readonly expression: Extract<Expression, { kind: "if" }>;
  readonly then: Kind;
  readonly otherwise: Kind;
}): Problem {
  const { expression, then, otherwise } = about;
  const [first, second] = [kindWords(then), kindWords(otherwise)];
  return problem({
    code: "AV3009",
    span: (expression.otherwise ?? expression).span,
    headline: {
      sv: `Före \`om\` står ${first.sv}, men efter \`annars\` står ${second.sv}.`,
      en: `Before \`if\` stands ${first.en}, but after \`otherwise\` stands ${second.en}.`,
    },
    cause: {
      sv: "Båda fallen ska ge samma slags sak, för resten räknar vidare med den.",
      en: "Both cases must give the same sort of thing, because the rest goes on with it.",
    },
    advice: {
      sv: `Skriv något som är ${first.sv} efter \`annars\`.`,
      en: `Write something that is ${first.en} after \`otherwise\`.`,
    },
    related: [{ span: expression.then.span, says: { sv: `Här står ${first.sv}.`, en: `Here stands ${first.en}.` } }],
  });
}
