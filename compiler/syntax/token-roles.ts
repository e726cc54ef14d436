// What a token can do in a sentence, asked without a grammar: for messages, repairs and finding the lines of a file.
// Rule: answers come from the keyword table and the sign list only.

import { concepts, keywords, type Concept } from "@avtal/grammar/keywords";
import type { IToken } from "@avtal/grammar/parser";
import { sign, token as word } from "@avtal/grammar/tokens";

type Type = IToken["tokenType"];

export function isA(token: IToken | undefined, type: Type): boolean {
  if (token === undefined) return false;
  return token.tokenType === type || (token.tokenType.CATEGORIES?.includes(type) ?? false);
}

/** True for a word of the keyword table that cannot be a name. */
export function isKeyword(token: IToken): boolean {
  const categories = token.tokenType.CATEGORIES ?? [];
  return categories.some((type) => conceptOf.has(type)) && !categories.includes(sign.name);
}

/** True for a word that opens a line, a statement or the head, wherever it stands; `enligt` follows lines too. */
export function opensLine(token: IToken): boolean {
  return (token.tokenType.CATEGORIES ?? []).some((type) => openers.has(type));
}

export function opensStatement(token: IToken): boolean {
  return (token.tokenType.CATEGORIES ?? []).some((type) => statements.has(type));
}

/** True where a value may end: what follows must be a sign, a word or another line. */
export function endsValue(token: IToken): boolean {
  return valueEnds.some((type) => isA(token, type));
}

export function startsValue(token: IToken): boolean {
  return valueStarts.some((type) => isA(token, type));
}

/** True for what a sentence may end with, so that no name can follow it. */
export function completes(token: IToken): boolean {
  return endsValue(token) || complete.some((type) => isA(token, type));
}

const conceptOf: ReadonlyMap<Type, Concept> = new Map(concepts.map((concept) => [word[concept], concept]));
const openers = new Set(
  concepts
    .filter((concept) => ["head", "statement", "line"].includes(keywords[concept].role) && concept !== "under")
    .map((concept) => word[concept]),
);
const statements = new Set(
  concepts.filter((concept) => keywords[concept].role === "statement").map((concept) => word[concept]),
);
const units = concepts.filter((concept) => keywords[concept].role === "unit").map((concept) => word[concept]);
const values = [sign.name, sign.number, sign.section, sign.date, sign.month, sign.clock];
const valueEnds = [...values, ...units, sign.percent, sign.close, word.yes, word.no];
const valueStarts = [...values, sign.open, word.yes, word.no];
const complete = [
  sign.text,
  sign.codeName,
  sign.paragraph,
  sign.languageLine,
  ...(
    [
      ...(["exists", "isMissing", "isUnknown", "isWeekday", "missing", "unknown", "counted", "notCounted"] as const),
      ...(["asWritten", "nothing", "noCharge", "notYet", "draft", "preliminarily", "untilFurtherNotice"] as const),
      ...(["halvesUp", "halvesToEven", "down", "up", "careEpisodes", "forCareEpisodes", "inARow"] as const),
      ...(["numberOfEpisodes", "numberOfCareDays", "appendix", "chapter", "decimals", "unique", "optional"] as const),
      "personal",
    ] as const
  ).map((concept) => word[concept]),
];
