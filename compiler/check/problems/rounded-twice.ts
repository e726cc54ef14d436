// AV3048. One name is rounded by two lines.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { RuleText } from "../../resolve/document.ts";
import type { RuleLine } from "../../syntax/ast.ts";

export function roundedTwice(about: {
  readonly rule: RuleText;
  readonly first: RuleLine;
  readonly second: RuleLine;
}): Problem {
  const { first, second } = about;
  const name = second.kind === "round" ? second.name.text : about.rule.name;
  return problem({
    code: "AV3048",
    span: second.span,
    headline: { sv: `\`${name}\` avrundas två gånger.`, en: `\`${name}\` is rounded twice.` },
    cause: {
      sv: "Två avrundningar efter varandra kan ge ett annat tal än en, så bara en får stå.",
      en: "Two roundings in turn can give another number than one, so only one may stand.",
    },
    advice: { sv: "Ta bort den rad som inte ska gälla.", en: "Remove the line that should not hold." },
    related: [{ span: first.span, says: { sv: "Den avrundas också här.", en: "It is also rounded here." } }],
  });
}
