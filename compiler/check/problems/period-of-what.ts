// AV3028. `månad`, `kvartal` or `år` stands alone where no such key is.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";
import { nameWords } from "../name-words.ts";

export function periodOfWhat(about: { readonly name: Name }): Problem {
  const { sv, en } = nameWords(about.name);
  return problem({
    code: "AV3028",
    span: about.name.span,
    headline: {
      sv: `Här står \`${sv}\`, men inte av vilket datum.`,
      en: `Here stands \`${en}\`, but not of which date.`,
    },
    cause: {
      sv: `Ensamt betyder \`${sv}\` gruppens egen, och då måste det stå efter \`per\` i samma regel.`,
      en: `Alone \`${en}\` means that of the group, and then it must stand after \`per\` in the same rule.`,
    },
    advice: { sv: `Skriv \`${sv} för …\` och ett datum.`, en: `Write \`${en} for …\` and a date.` },
  });
}
