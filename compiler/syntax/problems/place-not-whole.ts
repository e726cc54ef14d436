// AV1021. A place in a source is a whole number or a section with points.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function placeNotWhole(span: Span, written: string, fix: string | undefined): Problem {
  return problem({
    code: "AV1021",
    span,
    headline: {
      sv: `\`${shown(written)}\` är ingen plats i en källa.`,
      en: `\`${shown(written)}\` is no place in a source.`,
    },
    cause: {
      sv: "Platser är hela tal, `13`, eller avsnitt med punkt, `12.3`. Komma och mellanslag hör till tal.",
      en: "Places are whole numbers, `13`, or sections with a point, `12.3`. Commas and spaces belong to numbers.",
    },
    advice:
      fix === undefined
        ? { sv: "Skriv platsen så som källan numrerar den.", en: "Write the place as the source numbers it." }
        : { sv: `Skriv \`${shown(fix)}\`.`, en: `Write \`${shown(fix)}\`.` },
    fixes: fix === undefined ? [] : [replaceWith(span, fix)],
  });
}
