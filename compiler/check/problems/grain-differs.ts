// AV6053. One reading of a rule is about care episodes, another about care days.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { RuleText } from "../../resolve/document.ts";
import type { RuleLine } from "../../syntax/ast.ts";

export function grainDiffers(about: {
  readonly rule: RuleText;
  readonly first: RuleLine;
  readonly other: RuleLine;
}): Problem {
  const { rule, first, other } = about;
  return problem({
    code: "AV6053",
    span: other.span,
    headline: {
      sv: `\`${rule.name}\` gäller vårdtillfällen i en tolkning och dygn i en annan.`,
      en: `\`${rule.name}\` is about care episodes in one reading and about care days in another.`,
    },
    cause: {
      sv: "Det är två olika regler: den ena tar hela vårdtillfällen, den andra ett dygn i taget.",
      en: "These are two different rules: one takes whole care episodes, the other one day at a time.",
    },
    advice: {
      sv: "Skriv en egen regel i tolkningen, med `i stället för` den här.",
      en: "Write a rule of its own in the reading, with `instead of` this one.",
    },
    related: [{ span: first.span, says: { sv: "Den andra raden står här.", en: "The other line stands here." } }],
  });
}
