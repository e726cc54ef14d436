// AV2005. Something of one's own is called by a word that the language itself uses.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function wordOfTheLanguage(name: Name): Problem {
  return problem({
    code: "AV2005",
    span: name.span,
    headline: {
      sv: `\`${name.text}\` är ett ord som språket självt använder.`,
      en: `\`${name.text}\` is a word that the language itself uses.`,
    },
    cause: {
      sv: "På vissa ställen, till exempel efter `per`, skulle ordet betyda språkets eget och på andra ditt.",
      en: "In some places, for example after `per`, the word would mean the language's own, and in others yours.",
    },
    advice: {
      sv: `Välj ett namn som säger mer, till exempel \`${name.text}-för-fakturan\`.`,
      en: `Choose a name that says more, for example \`${name.text}-of-the-invoice\`.`,
    },
  });
}
