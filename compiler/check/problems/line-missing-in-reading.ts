// AV6051. Under some readings a rule lacks a line that it needs.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { GuardedLine, RuleText } from "../../resolve/document.ts";
import type { RuleLine } from "../../syntax/ast.ts";
import type { RequiredSlot } from "../rule-lines.ts";
import { slotWords } from "../slot-words.ts";

export function lineMissingInReading(about: {
  readonly rule: RuleText;
  readonly slot: RequiredSlot;
  readonly standing: readonly GuardedLine<RuleLine>[];
  readonly combination: string;
}): Problem {
  const { rule, slot, standing, combination } = about;
  const { line, why } = slotWords[slot];
  return problem({
    code: "AV6051",
    span: (standing[0]?.line ?? rule.statement.name).span,
    headline: {
      sv: `Med ${combination} har \`${rule.name}\` ingen rad \`${line.sv}\`.`,
      en: `With ${combination}, \`${rule.name}\` has no line \`${line.en}\`.`,
    },
    cause: why,
    advice: {
      sv: "Skriv raden i den tolkningen också.",
      en: "Write the line in that reading too.",
    },
  });
}
