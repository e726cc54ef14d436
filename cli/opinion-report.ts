// What a prover from outside says beside a verdict, and whether the two agree.
// Rule: the verdict stays as it is; where the two contradict each other, that is said.

import type { Words } from "@avtal/compiler/problem";
import type { Opinion } from "@avtal/replay/witness/second-opinion/second-opinion";
import type { Verdict } from "@avtal/replay/witness/verdict";
import type { Terminal } from "./terminal.ts";
import { wrapped } from "./wrapped.ts";

export function opinionReport(opinion: Opinion, verdict: Verdict, terminal: Terminal): string {
  return `\n${wrapped(terminal.words(opinionWords(opinion, verdict)), 80).join("\n")}\n`;
}

function opinionWords(opinion: Opinion, { kind }: Verdict): Words {
  switch (opinion.kind) {
    case "same":
      if (kind === "differ") return contradicted;
      return {
        sv: "Andra bedömningen, z3: inget vårdtillfälle och ingen grupp kan bli olika.",
        en: "Second opinion, z3: no care episode and no group can come out otherwise.",
      };
    case "differ":
      if (kind === "same") return contradicted;
      return {
        sv: "Andra bedömningen, z3: formlerna är inte lika för alla vårdtillfällen och grupper.",
        en: "Second opinion, z3: the formulas are not equal for all care episodes and groups.",
      };
    case "none":
      return {
        sv: `Andra bedömningen, z3: inget svar (${opinion.because}).`,
        en: `Second opinion, z3: no answer (${opinion.because}).`,
      };
  }
}

const contradicted: Words = {
  sv: "Andra bedömningen, z3, säger tvärtom. En av de två har fel: spara fallet och rapportera det.",
  en: "Second opinion, z3, says the opposite. One of the two is wrong: keep the case and report it.",
};
