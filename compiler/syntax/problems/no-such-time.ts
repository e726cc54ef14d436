// AV1023. A clock time without minutes, or one that no clock shows.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function noSuchTime(span: Span, written: string, fix: string | undefined): Problem {
  return problem({
    code: "AV1023",
    span,
    headline: { sv: `\`${shown(written)}\` är inget klockslag.`, en: `\`${shown(written)}\` is no clock time.` },
    cause: {
      sv: "Ett klockslag har timme och minut, från `kl. 00.00` till `kl. 23.59`.",
      en: "A clock time has an hour and minutes, from `clock 00:00` to `clock 23:59`.",
    },
    advice:
      fix === undefined
        ? { sv: "Skriv till exempel `kl. 12.00`.", en: "Write for example `clock 12:00`." }
        : { sv: `Skriv \`${shown(fix)}\`.`, en: `Write \`${shown(fix)}\`.` },
    fixes: fix === undefined ? [] : [replaceWith(span, fix)],
  });
}
