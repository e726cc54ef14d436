// AV3052. A definition that leads back to itself.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function circularDefinition(about: { readonly name: Name; readonly way: readonly string[] }): Problem {
  const { name, way } = about;
  const round = [...way, name.text].map((each) => `\`${each}\``).join(" → ");
  const alone = way.length === 1;
  return problem({
    code: "AV3052",
    span: name.span,
    headline: alone
      ? { sv: `\`${name.text}\` förklaras med sig självt.`, en: `\`${name.text}\` is explained by itself.` }
      : {
          sv: `\`${name.text}\` förklaras till slut med sig självt.`,
          en: `\`${name.text}\` is in the end explained by itself.`,
        },
    cause: {
      sv: `Vägen är ${round}. Då finns inget att börja räkna från.`,
      en: `The way is ${round}. So there is nothing to start from.`,
    },
    advice: {
      sv: "Låt ett av dem läsa något annat.",
      en: "Let one of them read something else.",
    },
  });
}
