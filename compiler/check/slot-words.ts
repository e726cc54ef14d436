// What a rule must say and why, by line: for the messages about a line that is missing.

import type { Words } from "../problem.ts";
import type { RequiredSlot } from "./rule-lines.ts";

export interface SlotWords {
  /** The line as it begins. */
  readonly line: Words;
  /** Why nothing can be worked out without it. */
  readonly why: Words;
  /** A line to copy. */
  readonly example: Words;
}

export const slotWords: Readonly<Record<RequiredSlot, SlotWords>> = {
  scope: {
    line: { sv: "gäller", en: "applies to" },
    why: {
      sv: "Utan den vet jag inte vilka vårdtillfällen regeln tar.",
      en: "Without it I do not know which care episodes the rule takes.",
    },
    example: { sv: "gäller vårdtillfällen", en: "applies to care episodes" },
  },
  follows: {
    line: { sv: "följer", en: "follows" },
    why: {
      sv: "Datumet där avgör vilka värden som gäller och om regeln är i kraft.",
      en: "Its date decides which values apply and whether the rule is in force.",
    },
    example: { sv: "följer utskrivningsdatum", en: "follows utskrivningsdatum" },
  },
  per: {
    line: { sv: "per", en: "per" },
    why: {
      sv: "Utan den vet jag inte vad det blir en rad för.",
      en: "Without it I do not know what there is one line for.",
    },
    example: { sv: "per debiteringsenhet och månad", en: "per debiteringsenhet and month" },
  },
  payment: {
    line: { sv: "betalas av", en: "paid by" },
    why: { sv: "Utan den vet jag inte vem som betalar till vem.", en: "Without it I do not know who pays whom." },
    example: { sv: 'betalas av debiteringsenhet till "Regionen"', en: 'paid by debiteringsenhet to "Regionen"' },
  },
  "step belopp": {
    line: { sv: "belopp =", en: "belopp =" },
    why: {
      sv: "En regel debiterar ett belopp, om den inte säger `ingen debitering`.",
      en: "A rule charges an amount, unless it says `no charge`.",
    },
    example: { sv: "belopp = debiteringsdagar * dygnsbelopp", en: "belopp = debiteringsdagar * dygnsbelopp" },
  },
  "round belopp": {
    line: { sv: "avrunda belopp", en: "round belopp" },
    why: {
      sv: "En faktura är i hela ören, och jag avrundar aldrig på egen hand.",
      en: "An invoice is in whole öre, and I never round on my own.",
    },
    example: { sv: "avrunda belopp till hela ören, halva uppåt", en: "round belopp to whole öre, halves up" },
  },
  figure: {
    line: { sv: "namn = …", en: "name = …" },
    why: { sv: "En statistik består av sina namngivna siffror.", en: "A statistic is made of its named figures." },
    example: { sv: "antalet = antal vårdtillfällen", en: "antalet = number of care episodes" },
  },
};
