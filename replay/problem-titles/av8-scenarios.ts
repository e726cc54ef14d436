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
} as const satisfies Readonly<Record<string, Words>>;

export type ScenarioCode = keyof typeof scenarioTitles;
