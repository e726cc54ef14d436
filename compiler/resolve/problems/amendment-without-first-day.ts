// AV2019. An amendment changes rules but does not say from which day.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function amendmentWithoutFirstDay(amendment: Name): Problem {
  return problem({
    code: "AV2019",
    span: amendment.span,
    headline: {
      sv: `Ändringen \`${amendment.text}\` säger inte från vilken dag den gäller.`,
      en: `The amendment \`${amendment.text}\` does not say from which day it applies.`,
    },
    cause: {
      sv: "Den ändrar mer än rader som har egna datum. Utan första dag skulle den ändra det som redan har gällt.",
      en: "It changes more than rows with dates of their own. Without a first day it would change what has already applied.",
    },
    advice: {
      sv: "Skriv `från och med` och en dag i huvudet, efter `utkast` eller `beslut`.",
      en: "Write `from and including` and a day in the head, after `draft` or `decided`.",
    },
  });
}
