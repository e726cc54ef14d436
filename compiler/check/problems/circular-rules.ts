// AV3059. Rules that each stand before the other.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function circularRules(about: { readonly name: Name; readonly way: readonly string[] }): Problem {
  const { name, way } = about;
  const round = [...way, name.text].map((each) => `\`${each}\``).join(" → ");
  return problem({
    code: "AV3059",
    span: name.span,
    headline: {
      sv: `\`${name.text}\` går både före och efter samma regel.`,
      en: `\`${name.text}\` comes both before and after the same rule.`,
    },
    cause: {
      sv: `Ordningen är ${round}, och den går runt.`,
      en: `The order is ${round}, which goes round.`,
    },
    advice: {
      sv: "Ta bort `i stället för` eller `utöver` i en av reglerna.",
      en: "Remove `instead of` or `on top of` in one of the rules.",
    },
  });
}
