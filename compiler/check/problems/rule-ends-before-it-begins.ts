// AV4004. A rule ends before it begins.

import { dateText } from "@avtal/runtime/calendar";
import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Day, RuleText } from "../../resolve/document.ts";
import type { Validity } from "../../syntax/ast.ts";

export function ruleEndsBeforeItBegins(about: {
  readonly rule: RuleText;
  readonly validity: Validity;
  readonly from: Day;
  /** First day outside. */
  readonly until: Day;
}): Problem {
  const [from, last] = [dateText(about.from), dateText(about.until - 1)];
  return problem({
    code: "AV4004",
    span: about.validity.end?.span ?? about.validity.span,
    headline: {
      sv: `\`${about.rule.name}\` börjar ${from}, men dess sista dag är ${last}.`,
      en: `\`${about.rule.name}\` begins on ${from}, but its last day is ${last}.`,
    },
    cause: { sv: "Då gäller regeln inte en enda dag.", en: "So the rule is not in force on a single day." },
    advice: { sv: "Ändra ett av datumen.", en: "Change one of the dates." },
  });
}
