// AV3045. A rule or statistic lacks a line without which nothing can be worked out.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { RuleText } from "../../resolve/document.ts";
import type { RequiredSlot } from "../rule-lines.ts";
import { slotWords } from "../slot-words.ts";

export function lineMissing(about: { readonly rule: RuleText; readonly slot: RequiredSlot }): Problem {
  const { line, why, example } = slotWords[about.slot];
  const { name } = about.rule.statement;
  const amount = about.slot === "step belopp";
  return problem({
    code: "AV3045",
    span: name.span,
    headline: {
      sv: `\`${name.text}\` har ingen rad \`${line.sv}\`.`,
      en: `\`${name.text}\` has no line \`${line.en}\`.`,
    },
    cause: why,
    advice: amount
      ? {
          sv: `Lägg till en rad som \`${example.sv}\`, eller raden \`ingen debitering\`.`,
          en: `Add a line such as \`${example.en}\`, or the line \`no charge\`.`,
        }
      : { sv: `Lägg till en rad som \`${example.sv}\`.`, en: `Add a line such as \`${example.en}\`.` },
  });
}
