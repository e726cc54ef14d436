// AV1019. `1 3`: two numbers that are neither thousands nor a decimal number.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function numbersSideBySide(span: Span, written: string, fix: string | undefined): Problem {
  return problem({
    code: "AV1019",
    span,
    headline: {
      sv: `\`${shown(written)}\` är två tal bredvid varandra.`,
      en: `\`${shown(written)}\` is two numbers side by side.`,
    },
    cause: {
      sv: "Mellanslag i ett tal delar tusental, tre siffror i taget. Här blir det inte så, och jag gissar inte.",
      en: "A space in a number parts thousands, three digits at a time. It does not do so here, and I do not guess.",
    },
    advice: {
      sv: "Skriv decimaler med komma, `1,3`, och tusental i grupper om tre, `7 800`.",
      en: "Write decimals with a comma, `1,3`, and thousands in groups of three, `7 800`.",
    },
    fixes: fix === undefined ? [] : [replaceWith(span, fix)],
  });
}
