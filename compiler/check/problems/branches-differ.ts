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
      sv: `Det som står före \`om\` är ${first.sv}, men det som står efter \`annars\` är ${second.sv}.`,
      en: `What stands before \`if\` is ${first.en}, but what stands after \`otherwise\` is ${second.en}.`,
    },
    cause: {
      sv: "Båda fallen ska ge samma slags sak, för resten räknar vidare med den.",
      en: "Both cases must give the same sort of thing, because the rest goes on with it.",
    },
    advice: {
      sv: `Skriv ${first.sv} efter \`annars\`.`,
      en: `Write ${first.en} after \`otherwise\`.`,
    },
    related: [{ span: expression.then.span, says: { sv: `Det här är ${first.sv}.`, en: `This is ${first.en}.` } }],
  });
}
