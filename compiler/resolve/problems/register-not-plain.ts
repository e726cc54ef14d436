// AV2034. A register file uses something of YAML that makes a text mean more than it shows.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";

export type NotPlain = "alias" | "anchor" | "tag" | "directive" | "documents";

export function registerNotPlain(span: Span, what: NotPlain): Problem {
  return problem({
    code: "AV2034",
    span,
    headline: headlines[what],
    cause: {
      sv: "Ett register läses rad för rad av människor. Det får inte hänvisa, räkna eller byta betydelse.",
      en: "A register is read line by line by people. It may not refer, compute or change meaning.",
    },
    advice: {
      sv: "Skriv ut det som menas, som vanlig text hos varje betalare.",
      en: "Write out what is meant, as plain text with each payer.",
    },
  });
}

const headlines: Readonly<Record<NotPlain, Words>> = {
  alias: {
    sv: "Här hänvisar filen till ett annat ställe med `*`.",
    en: "Here the file refers to another place with `*`.",
  },
  anchor: { sv: "Här namnger filen ett ställe med `&`.", en: "Here the file names a place with `&`." },
  tag: {
    sv: "Här ger filen något en egen typ med `!`.",
    en: "Here the file gives something a type of its own with `!`.",
  },
  directive: {
    sv: "Filen börjar med en anvisning till läsaren.",
    en: "The file begins with an instruction to its reader.",
  },
  documents: {
    sv: "Filen innehåller flera dokument efter varandra.",
    en: "The file holds several documents after each other.",
  },
};
