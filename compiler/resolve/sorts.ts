// Which sorts of things a place in the text can take, and how they are called.

import type { Words } from "../problem.ts";
import type { Declaration } from "./bindings.ts";

/** What a place asks for. */
export type Sort = "value" | "rule" | "condition" | "event" | "register" | "kind" | "step" | "source" | "key";

export function isOfSort({ kind }: Declaration, sort: Sort): boolean {
  return (fitting[sort] as readonly Declaration["kind"][]).includes(kind);
}

const values = ["field", "event", "value", "measured", "term", "condition", "step"] as const;

const fitting = {
  value: values,
  key: values,
  rule: ["rule"],
  condition: ["condition"],
  event: ["event"],
  register: ["register"],
  kind: ["register", "field"],
  step: ["step"],
  source: ["source"],
} as const satisfies Readonly<Record<Sort, readonly Declaration["kind"][]>>;

/** `ett begrepp`, `a term`. */
export function wordsFor(kind: Declaration["kind"]): Words {
  return words[kind];
}

const words: Readonly<Record<Declaration["kind"], Words>> = {
  document: { sv: "ett dokument", en: "a document" },
  field: { sv: "ett fält", en: "a field" },
  choice: { sv: "ett val", en: "a choice" },
  register: { sv: "ett register", en: "a register" },
  registerFact: { sv: "en uppgift i ett register", en: "a fact of a register" },
  event: { sv: "en händelse", en: "an event" },
  source: { sv: "en källa", en: "a source" },
  value: { sv: "ett värde", en: "a value" },
  measured: { sv: "ett mätvärde", en: "a measured value" },
  term: { sv: "ett begrepp", en: "a term" },
  condition: { sv: "ett villkor", en: "a condition" },
  rule: { sv: "en regel", en: "a rule" },
  step: { sv: "ett steg i en regel", en: "a step of a rule" },
  question: { sv: "en tolkningsfråga", en: "a question" },
  reading: { sv: "en tolkning", en: "a reading" },
  payer: { sv: "en betalare", en: "a payer" },
  builtIn: { sv: "ett ord i språket", en: "a word of the language" },
};

/** What is needed, with an example of how it is written. */
export function neededWords(sort: Sort): Words {
  switch (sort) {
    case "value":
    case "key":
      return {
        sv: "ett fält, ett begrepp, ett villkor eller ett värde",
        en: "a field, a term, a condition or a value",
      };
    case "rule":
      return { sv: "en regel", en: "a rule" };
    case "condition":
      return { sv: "ett villkor", en: "a condition" };
    case "event":
      return { sv: "en händelse", en: "an event" };
    case "register":
      return { sv: "ett register", en: "a register" };
    case "kind":
      return { sv: "ett slag, ett register eller ett fält med val", en: "a kind, a register or a field with choices" };
    case "step":
      return { sv: "ett steg i regeln", en: "a step of the rule" };
    case "source":
      return { sv: "en källa eller ett dokument", en: "a source or a document" };
  }
}
