// Every keyword of the language in both tables: the one list that lexer, colouring, completion, hover and formatter read.
// Rule: adding a keyword is one row in one of the tables; nothing else spells a keyword out.

import { documentKeywords } from "./keywords/documents.ts";
import { expressionKeywords, nameKeywords } from "./keywords/expressions.ts";
import type { InBoth, Keyword, Language } from "./keywords/keyword.ts";
import { lineKeywords } from "./keywords/lines.ts";
import { statementKeywords } from "./keywords/statements.ts";

export type { InBoth, Keyword, Language };

export const keywords = {
  ...documentKeywords,
  ...statementKeywords,
  ...lineKeywords,
  ...expressionKeywords,
  ...nameKeywords,
} as const satisfies Readonly<Record<string, Keyword>>;

/** What a keyword says, whichever language it is written in. */
export type Concept = keyof typeof keywords;

/** All concepts, in table order. */
export const concepts = Object.keys(keywords) as readonly Concept[];

/** The spelling that the formatter writes. */
export function spelling(concept: Concept, language: Language): string {
  return keywords[concept][language];
}

/** Every spelling that is read for a concept: the stored one first, the form after 1, then those that are tidied. */
export function spellings(concept: Concept, language: Language): readonly string[] {
  const keyword: Keyword = keywords[concept];
  const also = language === "sv" ? keyword.alsoSv : keyword.alsoEn;
  const all = [keyword[language], ...(keyword.one === undefined ? [] : [keyword.one[language]]), ...also];
  return [...new Set(all)];
}

/** Built-in names, by where they may stand; elsewhere the same word is a name of the author's own. */
export const builtInPlaces = {
  kind: ["hours", "date", "moment", "clockTime", "month", "quarter", "year", "number", "share", "text", "payer"],
  attribute: ["date", "clockTime", "month", "quarter", "year"],
  key: ["episode", "theDay", "month", "quarter", "year"],
  day: ["theDay"],
  value: ["theDay", "month", "quarter", "year"],
  tableKey: ["others"],
} as const satisfies Readonly<Record<string, readonly Concept[]>>;

export type BuiltInPlace = keyof typeof builtInPlaces;

/** What `avrunda … till hela` rounds to. Not keywords: words that are looked for in this place only. */
export const roundingUnits: readonly InBoth[] = [
  { sv: "ören", en: "öre" },
  { sv: "kronor", en: "kronor" },
  { sv: "dagar", en: "days" },
  { sv: "dygn", en: "care days" },
  { sv: "vardagar", en: "weekdays" },
  { sv: "timmar", en: "hours" },
];

/** What may follow `vardagar utom`. */
export const weekdayExceptions: readonly InBoth[] = [
  { sv: "lördagar", en: "saturdays" },
  { sv: "söndagar", en: "sundays" },
  { sv: "helgdagar", en: "public-holidays" },
  { sv: "midsommarafton", en: "midsummer-eve" },
  { sv: "julafton", en: "christmas-eve" },
  { sv: "nyårsafton", en: "new-years-eve" },
];

/** Ways to write a comparison that are read in order to be refused, and what each of them means. */
export const wrongOperators: readonly {
  readonly means: "exceeds" | "fallsBelow" | "atLeast" | "atMost" | "is" | "isNot";
  readonly signs: readonly string[];
  readonly sv: readonly string[];
  readonly en: readonly string[];
}[] = [
  {
    means: "exceeds",
    signs: [">"],
    sv: ["är större än", "större än", "är mer än", "mer än"],
    en: ["is greater than", "greater than", "is more than", "more than"],
  },
  {
    means: "fallsBelow",
    signs: ["<"],
    sv: ["är mindre än", "mindre än"],
    en: ["is less than", "less than"],
  },
  {
    means: "atLeast",
    signs: [">=", "=>", "≥"],
    sv: ["är större än eller lika med", "större än eller lika med", "minst"],
    en: ["is greater than or equal to", "greater than or equal to", "at least"],
  },
  {
    means: "atMost",
    signs: ["<=", "=<", "≤"],
    sv: ["är mindre än eller lika med", "mindre än eller lika med", "högst"],
    en: ["is less than or equal to", "less than or equal to", "at most"],
  },
  { means: "is", signs: ["=="], sv: ["är lika med", "lika med"], en: ["is equal to", "equals"] },
  { means: "isNot", signs: ["!=", "<>", "≠"], sv: ["är skilt från"], en: ["is different from"] },
];
