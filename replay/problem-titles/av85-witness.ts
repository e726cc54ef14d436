// Titles of the AV85xx family: two wordings that are to be told apart, and the scenario that does it.
// Rule: a code is never reused or renumbered.

import type { Words } from "@avtal/compiler/problem";

export const witnessTitles = {
  AV8501: { sv: "inget att jämföra med", en: "nothing to compare with" },
  AV8502: { sv: "en scenariofil som inte kan skrivas där", en: "a scenario file that cannot be written there" },
  AV8503: { sv: "en andra bedömning som saknas", en: "a second opinion that is not there" },
} as const satisfies Readonly<Record<string, Words>>;
