// The words of one keyword table, as the formatter writes them.
// Rule: nothing here knows a keyword; every spelling comes from the one table.

import {
  builtInPlaces,
  keywords,
  roundingUnits,
  weekdayExceptions,
  type BuiltInPlace,
  type Concept,
  type InBoth,
  type Keyword,
  type Language,
} from "@avtal/grammar/keywords";
import type { BuiltInKind, KindName, Name, Text, UnitWord } from "../syntax/ast.ts";

/** A keyword as it is stored. */
export function say(concept: Concept, language: Language): string {
  return keywords[concept][language];
}

export function nameText(name: Name): string {
  return name.document === undefined ? name.text : `${name.document}.${name.text}`;
}

/** A name where a built-in one may stand: that one is written in the language at hand. */
export function nameTextIn(place: BuiltInPlace, name: Name, language: Language): string {
  const concept =
    name.document === undefined ? builtInPlaces[place].find((each) => keywords[each].sv === name.text) : undefined;
  return concept === undefined ? nameText(name) : say(concept, language);
}

/** `ja` and `nej` are names only where a value stands. */
export function valueNameText(name: Name, language: Language): string {
  if (name.document === undefined && name.text === keywords.yes.sv) return say("yes", language);
  if (name.document === undefined && name.text === keywords.no.sv) return say("no", language);
  return nameTextIn("value", name, language);
}

/** Straight quotation marks, or curly ones around a text that holds straight ones. */
export function quoted(text: Text): string {
  return text.text.includes('"') ? `”${text.text}”` : `"${text.text}"`;
}

export function roundingUnitText(name: Name, language: Language): string {
  return stored(roundingUnits, name, language);
}

export function weekdayText(name: Name, language: Language): string {
  return stored(weekdayExceptions, name, language);
}

function stored(words: readonly InBoth[], name: Name, language: Language): string {
  return words.find((word) => word.sv === name.text)?.[language] ?? nameText(name);
}

const unitConcepts: Readonly<Record<Exclude<UnitWord, "percent">, Concept>> = {
  days: "days",
  weekdays: "weekdays",
  careDays: "careDays",
  hours: "hours",
  months: "months",
  kronor: "kronor",
  kronorPerDay: "kronorPerDay",
};

/** The unit after a number: `1 dag`, `2 dagar`, `15 %`. */
export function unitText(unit: UnitWord, digits: string, language: Language): string {
  return unit === "percent" ? "%" : sayCounted(unitConcepts[unit], digits, language);
}

/** A keyword after a number: in its form for one after `1`. */
export function sayCounted(concept: Concept, digits: string, language: Language): string {
  const keyword: Keyword = keywords[concept];
  return digits === "1" && keyword.one !== undefined ? keyword.one[language] : keyword[language];
}

export function sayKind(kind: BuiltInKind, language: Language): string {
  return say(kindConcepts[kind], language);
}

const kindConcepts: Readonly<Record<BuiltInKind, Concept>> = {
  days: "days",
  weekdays: "weekdays",
  careDays: "careDays",
  hours: "hours",
  count: "count",
  number: "number",
  share: "share",
  money: "kronor",
  moneyPerDay: "kronorPerDay",
  date: "date",
  moment: "moment",
  clock: "clockTime",
  month: "month",
  quarter: "quarter",
  year: "year",
  condition: "yesNo",
  text: "text",
  payer: "payer",
};

export function kindText(kind: KindName, language: Language): string {
  if (kind.text !== undefined) return sayKind(kind.text, language);
  return kind.name === undefined ? "" : nameText(kind.name);
}

/** `7800.5` as `7 800,5`. */
export function numberText(digits: string): string {
  const [whole = "", decimals] = digits.split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, " ");
  return decimals === undefined ? grouped : `${grouped},${decimals}`;
}

export function clockText(seconds: number, language: Language): string {
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const shown = (seconds % 60 === 0 ? parts.slice(0, 2) : parts).map((part) => String(part).padStart(2, "0"));
  return language === "sv" ? `kl. ${shown.join(".")}` : `clock ${shown.join(":")}`;
}
