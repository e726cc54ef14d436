// AV3028. `månad`, `kvartal` or `år` stands alone where no such key is.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function periodOfWhat(about: { readonly name: Name }): Problem {
  const { text } = about.name;
  return problem({
    code: "AV3028",
    span: about.name.span,
    headline: {
      sv: `Här står \`${text}\`, men inte av vilket datum.`,
      en: `Here stands \`${text}\`, but not of which date.`,
    },
    cause: {
      sv: `Ensamt betyder \`${text}\` gruppens egen, och då måste det stå efter \`per\` i samma regel.`,
      en: `Alone \`${text}\` means that of the group, and then it must stand after \`per\` in the same rule.`,
    },
    advice: { sv: `Skriv \`${text} för …\` och ett datum.`, en: `Write \`${text} for …\` and a date.` },
  });
}
