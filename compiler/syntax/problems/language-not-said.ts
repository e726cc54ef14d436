// AV1010. The file does not begin with `språk sv` or `language en`.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function languageNotSaid(span: Span, line: string): Problem {
  return problem({
    code: "AV1010",
    span,
    headline: { sv: "Filen säger inte vilket språk den är skriven på.", en: "The file does not say its language." },
    cause: {
      sv: "Nyckelorden finns på svenska och på engelska. Först i filen står vilka som används.",
      en: "The keywords exist in Swedish and in English. The file says first which of them it uses.",
    },
    advice: { sv: `Skriv \`${line}\` överst.`, en: `Write \`${line}\` at the top.` },
    fixes: [
      {
        label: { sv: `Skriv \`${line}\` överst`, en: `Write \`${line}\` at the top` },
        edits: [{ span, text: span.start === span.end ? `${line}\n\n` : line }],
      },
    ],
  });
}
