// AV3026. `per` inside an expression, other than in `genomsnitt av (genomsnitt av x per k)`.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { PerKey } from "../../syntax/ast.ts";

export function innerGroupMisplaced(about: { readonly per: PerKey }): Problem {
  return problem({
    code: "AV3026",
    span: about.per.span,
    headline: {
      sv: "Här står `per` på ett ställe där det inte delar upp något.",
      en: "Here stands `per` where it divides nothing.",
    },
    cause: {
      sv: "Inuti en uträkning står `per` bara i ett genomsnitt eller en summa av flera: `genomsnitt av (genomsnitt av x per k)`.",
      en: "Inside a calculation `per` stands only in a mean or sum of several: `mean of (mean of x per k)`.",
    },
    advice: {
      sv: "Skriv så, eller låt regelns egen rad `per` dela upp.",
      en: "Write it so, or let the rule's own line `per` divide.",
    },
  });
}
