// AV1008. Signs that turn the direction of writing: what is shown is then not what is read.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export function turnedText(span: Span, all: readonly Span[]): Problem {
  return problem({
    code: "AV1008",
    span,
    headline: {
      sv: "Här står ett osynligt tecken som vänder skrivriktningen.",
      en: "Here stands an invisible sign that turns the direction of writing.",
    },
    cause: {
      sv: "Det som syns är då inte det som gäller. Ingen kan granska en sådan text.",
      en: "What is shown is then not what applies. Nobody can review such a text.",
    },
    advice: {
      sv: "Ta bort tecknet, och fråga hur det kom dit.",
      en: "Remove the sign, and ask how it came there.",
    },
    fixes: [
      {
        label: { sv: "Ta bort alla sådana tecken", en: "Remove all such signs" },
        edits: all.map((each) => ({ span: each, text: "" })),
      },
    ],
  });
}
