// AV3006. A word for amounts compares dates, a word for dates compares amounts, or either compares names.

import type { Problem, Words } from "../../problem.ts";
import { replaceWith } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Comparison, Language } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";
import type { ComparedSort } from "../kind-of-comparison.ts";

type Operator = Comparison["operator"];

export function wrongComparisonWord(about: {
  readonly expression: Comparison;
  readonly left: Kind;
  readonly right: Kind;
  readonly sort: ComparedSort;
  readonly language: Language;
  /** The text between the two sides, as written. */
  readonly between: string;
}): Problem {
  const { expression, sort } = about;
  const written = operatorWords[expression.operator];
  const fitting = sort === "named" ? operatorWords.is : operatorWords[counterpart[expression.operator]];
  const what = kindWords(about.left);
  const { between } = about;
  const start = expression.left.span.end + (between.length - between.trimStart().length);
  const span = { ...expression.span, start, end: start + between.trim().length };
  return problem({
    code: "AV3006",
    span,
    headline: {
      sv: `Här jämförs ${what.sv} med ordet \`${written.sv}\`.`,
      en: `This compares ${what.en} with the word \`${written.en}\`.`,
    },
    cause: causeFor[sort],
    advice: {
      sv: `Skriv \`${fitting.sv}\` om det är så du menar.`,
      en: `Write \`${fitting.en}\` if that is what you mean.`,
    },
    fixes: sort === "named" ? [] : [replaceWith(span, fitting[about.language])],
  });
}

const causeFor: Readonly<Record<ComparedSort, Words>> = {
  amount: {
    sv: "Mängder och belopp jämförs med `överstiger`, `understiger`, `är minst`, `är högst`, `är` och `är inte`.",
    en: "Amounts are compared with `exceeds`, `falls below`, `is at least`, `is at most`, `is` and `is not`.",
  },
  time: {
    sv: "Datum, tidpunkter och klockslag jämförs med `före`, `efter`, `senast`, `tidigast`, `är` och `är inte`.",
    en: "Dates, moments and clock times are compared with `before`, `after`, `no later than`, `no earlier than`, `is` and `is not`.",
  },
  named: {
    sv: "Det här har ingen storlek och ingen ordning, så det jämförs med `är` eller `är inte`.",
    en: "This has no size and no order, so it is compared with `is` or `is not`.",
  },
};

/** The word that says the same of the other sort. */
const counterpart: Readonly<Record<Operator, Operator>> = {
  exceeds: "after",
  fallsBelow: "before",
  atLeast: "noEarlierThan",
  atMost: "noLaterThan",
  after: "exceeds",
  before: "fallsBelow",
  noEarlierThan: "atLeast",
  noLaterThan: "atMost",
  is: "is",
  isNot: "isNot",
};

const operatorWords: Readonly<Record<Operator, Words>> = {
  exceeds: { sv: "överstiger", en: "exceeds" },
  fallsBelow: { sv: "understiger", en: "falls below" },
  atLeast: { sv: "är minst", en: "is at least" },
  atMost: { sv: "är högst", en: "is at most" },
  is: { sv: "är", en: "is" },
  isNot: { sv: "är inte", en: "is not" },
  before: { sv: "före", en: "before" },
  after: { sv: "efter", en: "after" },
  noLaterThan: { sv: "senast", en: "no later than" },
  noEarlierThan: { sv: "tidigast", en: "no earlier than" },
};
