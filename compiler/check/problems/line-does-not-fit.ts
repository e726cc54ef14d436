// AV3046. A line that the purpose of its rule has no use for.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { RuleText } from "../../resolve/document.ts";
import type { RuleLine } from "../../syntax/ast.ts";
import { lineWords } from "../line-words.ts";
import type { Purpose } from "../rule-lines.ts";

export function lineDoesNotFit(about: {
  readonly rule: RuleText;
  readonly line: RuleLine;
  readonly purpose: Purpose;
}): Problem {
  const { rule, line, purpose } = about;
  const words = lineWords(line);
  return problem({
    code: "AV3046",
    span: line.span,
    headline: {
      sv: `Raden \`${words.sv}\` passar inte i \`${rule.name}\`.`,
      en: `The line \`${words.en}\` does not fit \`${rule.name}\`.`,
    },
    cause: purposeWords[purpose],
    advice: {
      sv: "Ta bort raden, eller skriv den i en regel för sig.",
      en: "Remove the line, or write it in a rule of its own.",
    },
  });
}

const purposeWords: Readonly<Record<Purpose, Words>> = {
  charge: {
    sv: "Regeln debiterar ett belopp. `utlöser` hör hemma i en statistik.",
    en: "The rule charges an amount. `triggers` belongs in a statistic.",
  },
  noCharge: {
    sv: "Regeln säger `ingen debitering`: den tar sina vårdtillfällen och räknar inte ut något.",
    en: "The rule says `no charge`: it takes its care episodes and works out nothing.",
  },
  notModelled: {
    sv: "Regeln är inte modellerad: dess vårdtillfällen blir oavgjorda och inget räknas ut.",
    en: "The rule is not modelled: its care episodes are undecided and nothing is worked out.",
  },
  statistic: {
    sv: "En statistik ger siffror. Den tar inga vårdtillfällen från någon regel och debiterar inget belopp.",
    en: "A statistic gives figures. It takes no care episodes from any rule and charges no amount.",
  },
};
