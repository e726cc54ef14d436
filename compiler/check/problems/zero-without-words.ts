// AV3063. A price of 0 kr without words from the source that say so.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression } from "../../syntax/ast.ts";

export function zeroWithoutWords(about: { readonly cell: Expression }): Problem {
  return problem({
    code: "AV3063",
    span: about.cell.span,
    headline: {
      sv: "Här står att det kostar 0 kronor, utan ord ur källan.",
      en: "This says that it costs 0 kronor, without words from the source.",
    },
    cause: {
      sv: "En nolla kan vara ett pris som är bestämt, eller ett pris som ingen har skrivit in. Det går inte att se.",
      en: "A zero can be a price that was decided, or one that nobody has entered. Nobody can see which.",
    },
    advice: {
      sv: 'Lägg till `citat "…"` med orden som säger att det är utan kostnad. Är priset inte känt, skriv `saknas`.',
      en: 'Add `quote "…"` with the words that say it is free. If the price is not known, write `missing`.',
    },
  });
}
