// AV2017. Two amendments change the same thing from the same day.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function amendmentsCollide(name: Name, earlier: { readonly name: Name; readonly amendment: string }): Problem {
  return problem({
    code: "AV2017",
    span: name.span,
    headline: {
      sv: `Även ändringen \`${earlier.amendment}\` ändrar detta i \`${name.text}\` från samma dag.`,
      en: `The amendment \`${earlier.amendment}\` also changes this in \`${name.text}\` from the same day.`,
    },
    cause: {
      sv: "Inget i de två besluten säger vilket som gäller, och jag väljer inte.",
      en: "Nothing in the two decisions says which applies, and I do not choose.",
    },
    advice: {
      sv: "Låt den ena gälla från en senare dag, eller skriv det slutliga i en av dem.",
      en: "Let one apply from a later day, or write the final text in one of them.",
    },
    related: [
      { span: earlier.name.span, says: { sv: "Den andra ändringen är här.", en: "The other amendment is here." } },
    ],
  });
}
