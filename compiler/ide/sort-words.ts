// What each sort of thing is called, in both languages, as the keyword tables call it.

import { keywords } from "@avtal/grammar/keywords";
import type { Words } from "../problem.ts";
import type { Outline, Sort } from "./answers.ts";

export function sortWords(sort: Sort): Words {
  switch (sort) {
    case "document":
      return { sv: "dokument", en: "document" };
    case "choice":
      return { sv: "val", en: "choice" };
    case "fact":
      return { sv: "uppgift i ett register", en: "fact of a register" };
    case "step":
      return { sv: "steg", en: "step" };
    case "payer":
      return { sv: "betalare", en: "payer" };
    case "word":
      return { sv: "ord i språket", en: "word of the language" };
    case "field":
    case "register":
    case "event":
    case "source":
    case "value":
    case "measured":
    case "term":
    case "condition":
    case "rule":
    case "statistic":
    case "question":
    case "reading":
      return { sv: keywords[sort].sv, en: keywords[sort].en };
  }
}

/** The keyword that opens such a thing, in one language; empty for what none opens. */
export function keywordOf(sort: Outline["sort"], language: "sv" | "en"): string {
  return sort === "patch" || sort === "leftOut" ? "" : sortWords(sort)[language];
}
