// AV1033. A second value stands where the first one ends, without a sign or word between them.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Span } from "../../source.ts";
import { shown } from "../shown.ts";

/** What the second value is there for: a limit has two readings, and the words tell them apart. */
export type SideBySide = "a clock time" | "a limit" | "anything";

export function valuesSideBySide(span: Span, written: string, meant: SideBySide): Problem {
  return problem({
    code: "AV1033",
    span,
    headline: {
      sv: `\`${shown(written)}\` står direkt efter något annat.`,
      en: `\`${shown(written)}\` stands directly after something else.`,
    },
    cause: {
      sv: "Mellan två värden behövs ett räknesätt eller ett ord, annars vet jag inte hur de hör ihop.",
      en: "Between two values a sign or a word is needed, or I do not know how they belong together.",
    },
    advice: adviceFor(meant, shown(written)),
  });
}

function adviceFor(meant: SideBySide, value: string): Words {
  switch (meant) {
    case "a clock time":
      return {
        sv: `Skriv \`senast ${value}\` om slaget ${value} självt är i tid, \`före ${value}\` om det är för sent. Med \`efter\` börjar tiden en sekund därefter.`,
        en: `Write \`no later than ${value}\` if ${value} itself is in time, \`before ${value}\` if it is too late. With \`after\` the time begins a second later.`,
      };
    case "a limit":
      return {
        sv: `Skriv \`överstiger ${value}\` om ${value} självt är fritt, \`är minst ${value}\` om det räknas med. Åt andra hållet: \`understiger\` eller \`är högst\`.`,
        en: `Write \`exceeds ${value}\` if ${value} itself is free, \`is at least ${value}\` if it counts. The other way: \`falls below\` or \`is at most\`.`,
      };
    case "anything":
      return {
        sv: "Skriv till exempel `+`, `-`, `*`, `är` eller `och` emellan, eller ta bort det ena.",
        en: "Write for example `+`, `-`, `*`, `is` or `and` between them, or remove one.",
      };
  }
}
