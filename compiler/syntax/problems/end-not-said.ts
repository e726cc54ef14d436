// AV1027. An end of a span without `(räknas)` or `(räknas inte)`.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import type { Language } from "../ast.ts";
import { spelling } from "@avtal/grammar/keywords";

export function endNotSaid(span: Span, at: Span, language: Language): Problem {
  const words = [spelling("counted", language), spelling("notCounted", language)];
  return problem({
    code: "AV1027",
    span,
    headline: {
      sv: "Det står inte om den här dagen räknas.",
      en: "It is not said whether this day counts.",
    },
    cause: {
      sv: "Varje ände av ett spann räknas eller räknas inte. Det är en dag mer eller mindre att betala, så jag gissar inte.",
      en: "Each end of a span counts or does not. It is a day more or less to pay, so I do not guess.",
    },
    advice: { sv: `Skriv \`${words[0]}\` eller \`${words[1]}\`.`, en: `Write \`${words[0]}\` or \`${words[1]}\`.` },
    fixes: words.map((text) => ({
      label: { sv: `Skriv \`${text}\``, en: `Write \`${text}\`` },
      edits: [{ span: at, text: ` ${text}` }],
    })),
  });
}
