// AV1022. A date or month that the calendar does not have, or with digits missing.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function noSuchDate(span: Span, written: string, fix: string | undefined): Problem {
  return problem({
    code: "AV1022",
    span,
    headline: {
      sv: `\`${shown(written)}\` finns inte i kalendern.`,
      en: `\`${shown(written)}\` is not in the calendar.`,
    },
    cause: {
      sv: "Ett datum skrivs med år, månad och dag, `2020-11-01`, och en månad `2020-11`. Dagen måste finnas.",
      en: "A date is written with year, month and day, `2020-11-01`, and a month `2020-11`. The day must exist.",
    },
    advice:
      fix === undefined
        ? { sv: "Se efter i källan vilken dag som menas.", en: "Look in the source which day is meant." }
        : { sv: `Skriv \`${shown(fix)}\`.`, en: `Write \`${shown(fix)}\`.` },
    fixes: fix === undefined ? [] : [replaceWith(span, fix)],
  });
}
