// AV3031. A table misses choices, so some care episodes would have no value.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression, ValueRow } from "../../syntax/ast.ts";

export function choicesNotCovered(about: {
  readonly row: ValueRow;
  /** One key for each thing it depends on; undefined for all others. */
  readonly missing: readonly (readonly (string | undefined)[])[];
  readonly picks: readonly Expression[];
}): Problem {
  const { row, missing, picks } = about;
  const listed = (others: string): string =>
    missing
      .slice(0, 4)
      .map((keys) => `\`${keys.map((key) => key ?? others).join(", ")}\``)
      .join("; ");
  const shown = listed("övriga");
  const shownEn = listed("others");
  const more = missing.length > 4 ? missing.length - 4 : 0;
  return problem({
    code: "AV3031",
    span: row.span,
    headline: {
      sv: `Tabellen säger inget om ${shown}${more > 0 ? ` och ${more} till` : ""}.`,
      en: `The table says nothing about ${shownEn}${more > 0 ? ` and ${more} more` : ""}.`,
    },
    cause: {
      sv: "Ett vårdtillfälle med det valet skulle stå utan värde.",
      en: "A care episode with that choice would have no value.",
    },
    advice: {
      sv: "Lägg till en rad för det, eller avsluta tabellen med `övriga: …`. Okända tal skrivs `saknas`.",
      en: "Add a line for it, or close the table with `others: …`. Unknown numbers are written `missing`.",
    },
    related: picks.map((pick) => ({ span: pick.span, says: { sv: "Det beror på detta.", en: "It depends on this." } })),
  });
}
