// Titles of the AV84xx family: what is compared with what, and how a difference is to be split or followed.
// Rule: a code is never reused or renumbered.

import type { Words } from "@avtal/compiler/problem";

export const differenceTitles = {
  AV8401: { sv: "en sida som inte går att läsa", en: "a side that cannot be read" },
  AV8402: { sv: "ett val som sidan inte känner", en: "a choice that the side does not know" },
  AV8403: { sv: "kontrafaktiskt utan dag", en: "counterfactual without a day" },
  AV8404: { sv: "för många ändringar för shapley", en: "too many changes for shapley" },
  AV8405: { sv: "en följd av värden som inte går att läsa", en: "a range of values that cannot be read" },
  AV8406: { sv: "inget att jämföra", en: "nothing to compare" },
  AV8407: { sv: "en annan version som inte går att använda", en: "another version that cannot be used" },
} as const satisfies Readonly<Record<string, Words>>;
