// The words of a report that stand in several places, in both languages.
// Rule: plain Swedish first; a term of the agreement is never translated.

import type { PayerVerdict, Mode } from "@avtal/replay/compare/comparison";
import type { Words } from "@avtal/compiler/problem";

export type Lang = "sv" | "en";

/** A run shown alone, or a comparison of two. */
export type Sides = "one" | "two";

export const verdictWords: Readonly<Record<PayerVerdict, Words>> = {
  more: { sv: "betalar mer", en: "pays more" },
  less: { sv: "betalar mindre", en: "pays less" },
  same: { sv: "betalar lika mycket", en: "pays the same" },
  starts: { sv: "ny betalare", en: "pays for the first time" },
  stops: { sv: "betalar inte längre", en: "pays no more" },
  nothing: { sv: "betalar inget", en: "pays nothing" },
};

export const modeWords: Readonly<Record<Mode, Words>> = {
  counterfactual: {
    sv: "Kontrafaktisk: båda lydelserna på samma vårdtillfällen.",
    en: "Counterfactual: both wordings over the same care episodes.",
  },
  "in-force": {
    sv: "Gällande: varje vårdtillfälle efter sina egna datum.",
    en: "In force: each care episode by its own dates.",
  },
};

export const heads = {
  amount: { sv: "Belopp (kr)", en: "Amount (kr)" },
  lines: { sv: "Fakturarader", en: "Invoice lines" },
  share: { sv: "Andel", en: "Share" },
  payer: { sv: "Betalare", en: "Payer" },
  code: { sv: "Kod", en: "Code" },
  period: { sv: "Period", en: "Period" },
  rule: { sv: "Regel", en: "Rule" },
  line: { sv: "Fakturarad", en: "Invoice line" },
  amountA: { sv: "A (kr)", en: "A (kr)" },
  amountB: { sv: "B (kr)", en: "B (kr)" },
  difference: { sv: "Skillnad (kr)", en: "Difference (kr)" },
  change: { sv: "Ändring", en: "Change" },
  meaning: { sv: "Betyder", en: "Means" },
  sum: { sv: "Summa", en: "Sum" },
  episodes: { sv: "Vårdtillfällen", en: "Care episodes" },
} as const satisfies Readonly<Record<string, Words>>;
