// Titles of the AV8xxx family: the form of scenario files (AV80), what they say of an agreement (AV81), outcomes and runs (AV82).
// Rule: a code is never reused or renumbered.

import type { Words } from "@avtal/compiler/problem";

export const scenarioTitles = {
  AV8001: { sv: "en scenariofil som inte går att läsa", en: "a scenario file that cannot be read" },
  AV8002: { sv: "något som inte är plan YAML", en: "something that is not plain YAML" },
  AV8003: { sv: "samma nyckel två gånger", en: "the same key twice" },
  AV8004: { sv: "ett tabbtecken", en: "a tab" },
  AV8005: { sv: "för stor eller för djup", en: "too large or too deep" },
  AV8006: { sv: "något som ser ut som ett personnummer", en: "something that looks like an identity number" },
  AV8007: { sv: "en nyckel som inte finns", en: "a key that does not exist" },
  AV8008: { sv: "något som måste stå här fattas", en: "something that must stand here is missing" },
  AV8009: { sv: "något annat än det som ska stå här", en: "something else than what is to stand here" },
  AV8010: { sv: "ett tal som inte kan läsas exakt", en: "a number that cannot be read exactly" },
  AV8011: { sv: "ett scenario utan förväntan", en: "a scenario without an expectation" },
  AV8012: { sv: "en tom lista", en: "an empty list" },
  AV8013: { sv: "två scenarier med samma namn", en: "two scenarios of the same name" },
  AV8014: { sv: "ett namn som inte kan användas", en: "a name that cannot be used" },
  AV8015: { sv: "ett decimalkomma mellan klamrar", en: "a decimal comma between braces" },
  AV8016: { sv: "en scenariofil som inte går att öppna", en: "a scenario file that cannot be opened" },
  AV8017: { sv: "scenarier i bakgrundens fil", en: "scenarios in the background's file" },

  AV8101: { sv: "en överenskommelse som inte finns", en: "an agreement that does not exist" },
  AV8102: { sv: "en uppgift som inte finns", en: "a fact that does not exist" },
  AV8103: { sv: "en uppgift som inte kan stämma", en: "a fact that cannot be right" },
  AV8104: { sv: "en klausul som ingen sats hänvisar till", en: "a clause that no statement cites" },
  AV8105: { sv: "en lydelse som inte finns", en: "a wording that does not exist" },
  AV8106: { sv: "en lydelse två gånger", en: "a wording twice" },
  AV8107: { sv: "en tolkning som inte finns", en: "a reading that does not exist" },
  AV8108: { sv: "en händelse som inte går att ange så", en: "an event that cannot be given so" },
  AV8109: { sv: "ett värde som inte går att ange så", en: "a value that cannot be given so" },
  AV8110: { sv: "ett steg som inte finns", en: "a step that does not exist" },
  AV8111: { sv: "något annat än vad steget ger", en: "something else than the step gives" },
  AV8112: { sv: "något som inget resultat kan ha", en: "something that no result can have" },
  AV8113: { sv: "delar av en förväntan som inte går ihop", en: "parts of an expectation that do not fit" },
  AV8114: { sv: "ett tal där en text menas", en: "a number where a text is meant" },
  AV8115: { sv: "samma tolkningar två gånger", en: "the same readings twice" },

  AV8201: { sv: "en rad i utfallsfilen som inte går att läsa", en: "a line of the outcome file that cannot be read" },
  AV8202: { sv: "en godkänd ändring utan skäl", en: "an accepted change without a reason" },
  AV8203: { sv: "inga scenarier", en: "no scenarios" },
  AV8204: { sv: "utfallsfilen kunde inte skrivas", en: "the outcome file could not be written" },
  AV8205: { sv: "en gräns som inte är ett procenttal", en: "a threshold that is no percentage" },
  AV8206: { sv: "scenarier på fel plats", en: "scenarios in the wrong place" },
} as const satisfies Readonly<Record<string, Words>>;

export type ScenarioCode = keyof typeof scenarioTitles;
