// Names that the language brings with it, by where they may stand. The tree holds them in their Swedish spelling.
// Rule: in its own place such a word is the language's; a thing of one's own may not be called the same.

import { builtInPlaces, spelling, type Concept, type Language } from "@avtal/grammar/keywords";
import type { BuiltIn } from "./bindings.ts";

/** Words that no value, term, field, step or condition may be called. */
const wordsOfTheLanguage: ReadonlyMap<string, BuiltIn> = new Map([
  ["vårdtillfälle", "episode"],
  ["dygnet", "theDay"],
  ["datum", "dateOf"],
  ["klockslag", "clockOf"],
  ["månad", "monthOf"],
  ["kvartal", "quarterOf"],
  ["år", "yearOf"],
  ["ja", "yes"],
  ["nej", "no"],
  ["övriga", "others"],
]);

/** True of a word that the language itself uses in either keyword table, so that a translated text means the same. */
export function isWordOfTheLanguage(word: string): boolean {
  return wordsOfTheLanguage.has(word) || englishWords.includes(word);
}

const englishWords = [...builtInPlaces.attribute, ...builtInPlaces.value, ...builtInPlaces.tableKey].map((concept) =>
  spelling(concept, "en"),
);

/** After `per`. */
export function builtInKey(word: string): BuiltIn | undefined {
  return among(word, ["episode", "theDay", "monthOf", "quarterOf", "yearOf"]);
}

/** Before `för`. */
export function builtInAttribute(word: string): BuiltIn | undefined {
  return among(word, ["dateOf", "clockOf", "monthOf", "quarterOf", "yearOf"]);
}

/** In an expression. A period may be read there where the rule is grouped by it. */
export function builtInValue(word: string): BuiltIn | undefined {
  return among(word, ["theDay", "yes", "no", "monthOf", "quarterOf", "yearOf"]);
}

/** What may stand for a value, as it is spelled in a language. */
export function spelledWords(language: Language): readonly string[] {
  return spelled(["theDay", "yes", "no"], language);
}

export function spelledAttributes(language: Language): readonly string[] {
  return spelled(["date", "clockTime", "month", "quarter", "year"], language);
}

/** What may stand after `i`. */
export function spelledKinds(language: Language): readonly string[] {
  return spelled([...builtInPlaces.kind, ...unitKinds], language);
}

const unitKinds = ["days", "weekdays", "careDays", "hours", "count", "kronor", "kronorPerDay", "yesNo"] as const;

function spelled(concepts: readonly Concept[], language: Language): readonly string[] {
  return concepts.map((concept) => spelling(concept, language));
}

function among(word: string, allowed: readonly BuiltIn[]): BuiltIn | undefined {
  const builtIn = wordsOfTheLanguage.get(word);
  return builtIn !== undefined && allowed.includes(builtIn) ? builtIn : undefined;
}
