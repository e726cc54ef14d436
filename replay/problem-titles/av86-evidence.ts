// Titles of the AV86xx family: evidence that does not hold.
// Rule: a code is never reused or renumbered.

import type { Words } from "@avtal/compiler/problem";

export const evidenceTitles = {
  AV8601: { sv: "en fil som fattas eller är en för mycket", en: "a file that is missing or one too many" },
  AV8602: { sv: "en fil som har ändrats efteråt", en: "a file that was changed afterwards" },
  AV8603: { sv: "ett annat underlag", en: "other data" },
  AV8604: { sv: "överenskommelsen betyder något annat", en: "the agreement means something else" },
  AV8605: { sv: "ett annat resultat", en: "another result" },
  AV8606: { sv: "ett manifest som inte stämmer", en: "a manifest that does not fit" },
  AV8607: { sv: "underlaget hittas inte", en: "the data file is not found" },
  AV8608: { sv: "körningen som rättades hittas inte", en: "the run that was corrected is not found" },
  AV8611: { sv: "en rapport som inte går ihop", en: "a report that does not tie out" },
} as const satisfies Readonly<Record<string, Words>>;

export type EvidenceCode = keyof typeof evidenceTitles;
