// AV1031. Two words that are one name if a hyphen joins them.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function spaceInName(span: Span, written: string, joined: string): Problem {
  return problem({
    code: "AV1031",
    span,
    headline: {
      sv: `\`${shown(written)}\` är två namn bredvid varandra.`,
      en: `\`${shown(written)}\` is two names side by side.`,
    },
    cause: {
      sv: "Ett namn har inga mellanslag. Flera ord hålls ihop med bindestreck.",
      en: "A name has no spaces. Several words are held together by hyphens.",
    },
    advice: { sv: `Skriv \`${shown(joined)}\`.`, en: `Write \`${shown(joined)}\`.` },
    fixes: [replaceWith(span, joined)],
  });
}
