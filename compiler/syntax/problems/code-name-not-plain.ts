// AV1017. A code name holds other signs than a–z, digits and underscores.

import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

export function codeNameNotPlain(span: Span, code: string, plain: string | undefined): Problem {
  return problem({
    code: "AV1017",
    span,
    headline: { sv: `\`${shown(code)}\` kan inte vara ett kodnamn.`, en: `\`${shown(code)}\` cannot be a code name.` },
    cause: {
      sv: "Kodnamn används i TypeScript, SQL och kolumner. De börjar med a–z och har bara a–z, siffror och understreck.",
      en: "Code names are used in TypeScript, SQL and columns. They begin with a–z and hold only a–z, digits and underscores.",
    },
    advice:
      plain === undefined
        ? { sv: "Skriv till exempel `kod ready_days`.", en: "Write for example `code ready_days`." }
        : { sv: `Skriv till exempel \`${shown(plain)}\`.`, en: `Write for example \`${shown(plain)}\`.` },
    fixes: plain === undefined ? [] : [replaceWith(span, plain)],
  });
}
