// AV3061. A row is a table, but the value depends on nothing.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import type { ValueStatement } from "../../syntax/ast.ts";

export function tableNotNeeded(about: { readonly value: ValueStatement; readonly at: Span }): Problem {
  const name = about.value.name.text;
  return problem({
    code: "AV3061",
    span: about.at,
    headline: {
      sv: `Raden är en tabell, men \`${name}\` beror inte på något.`,
      en: `The row is a table, but \`${name}\` depends on nothing.`,
    },
    cause: {
      sv: "Jag vet då inte vad som väljer mellan tabellens rader.",
      en: "So I do not know what picks between the lines of the table.",
    },
    advice: {
      sv: `Lägg till \`beror på …\` i värdets första rad.`,
      en: `Add \`depends on …\` to the first line of the value.`,
    },
    related: [{ span: about.value.name.span, says: { sv: "Värdet börjar här.", en: "The value begins here." } }],
  });
}
