// AV1015. A name holds a letter outside a–z, å, ä, ö, é and ü, or begins with an underscore.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function letterNotForNames(span: Span, name: string, plain: string | undefined): Problem {
  return problem({
    code: "AV1015",
    span,
    headline: { sv: `\`${shown(name)}\` kan inte vara ett namn.`, en: `\`${shown(name)}\` cannot be a name.` },
    cause: {
      sv: "Ett namn börjar med en bokstav och består av a–z, å, ä, ö, é, ü, siffror, understreck och bindestreck.",
      en: "A name begins with a letter and consists of a–z, å, ä, ö, é, ü, digits, underscores and hyphens.",
    },
    advice:
      plain === undefined
        ? { sv: "Välj ett annat namn.", en: "Choose another name." }
        : { sv: `Skriv till exempel \`${shown(plain)}\`.`, en: `Write for example \`${shown(plain)}\`.` },
    fixes: plain === undefined ? [] : [replaceWith(span, plain)],
  });
}
