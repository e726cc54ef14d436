// AV2011. Two files call themselves the same document. One of them would otherwise silently win.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function documentTwice(name: Name, first: Name): Problem {
  return problem({
    code: "AV2011",
    span: name.span,
    headline: {
      sv: `Två filer är dokumentet \`${name.text}\`.`,
      en: `Two files are the document \`${name.text}\`.`,
    },
    cause: {
      sv: "Ett dokument har en beslutad text. Jag väljer inte mellan två.",
      en: "A document has one decided text. I do not choose between two.",
    },
    advice: {
      sv: `Ge det ena ett annat namn, eller skriv det som ändras i en egen fil: \`ändring … av ${name.text}\`.`,
      en: `Give one of them another name, or write what changes in a file of its own: \`amendment … of ${name.text}\`.`,
    },
    related: [{ span: first.span, says: { sv: "Den första är här.", en: "The first one is here." } }],
  });
}
