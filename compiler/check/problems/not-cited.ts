// AV5001. Something that the parties have decided stands without its source.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Uncited } from "../citations-missing.ts";

export function notCited({ at, what, name }: Uncited): Problem {
  const words = sorts[what];
  return problem({
    code: "AV5001",
    span: at.span,
    headline: {
      sv: `${words.sv} \`${name}\` säger inte var det står.`,
      en: `${words.en} \`${name}\` does not say where it stands.`,
    },
    cause: {
      sv: "Varje fakturarad ska kunna visa vilka ord den bygger på.",
      en: "Every line of an invoice must be able to show the words that it rests on.",
    },
    advice: {
      sv: 'Lägg till `enligt` med källa och avsnitt. Är texten tyst, skriv `enligt antagande "…"`.',
      en: 'Add `under` with source and section. If the text is silent, write `under assumption "…"`.',
    },
  });
}

const sorts: Readonly<Record<Uncited["what"], Words>> = {
  value: { sv: "En rad i", en: "A row of" },
  measured: { sv: "Mätvärdet", en: "The measured value" },
  term: { sv: "Begreppet", en: "The term" },
  condition: { sv: "Villkoret", en: "The condition" },
  line: { sv: "En rad i villkoret", en: "A line of the condition" },
  rule: { sv: "Regeln", en: "The rule" },
  statistic: { sv: "Statistiken", en: "The statistic" },
  event: { sv: "Händelsen", en: "The event" },
  question: { sv: "Tolkningsfrågan", en: "The question" },
};
