// AV3058. A rule says the same sort of thing in two lines.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { RuleText } from "../../resolve/document.ts";
import type { RuleLine } from "../../syntax/ast.ts";
import { lineWords } from "../line-words.ts";

export function lineTwice(about: {
  readonly rule: RuleText;
  readonly first: RuleLine;
  readonly second: RuleLine;
}): Problem {
  const { rule, first, second } = about;
  const words = lineWords(second);
  return problem({
    code: "AV3058",
    span: second.span,
    headline: {
      sv: `\`${rule.name}\` har två rader \`${words.sv}\`.`,
      en: `\`${rule.name}\` has two lines \`${words.en}\`.`,
    },
    cause: {
      sv: "Då går det inte att veta vilken av dem som gäller.",
      en: "So nobody can know which of them holds.",
    },
    advice: {
      sv: "Ta bort den ena. Är texten oklar, skriv dem som två tolkningar i en `tolkningsfråga`.",
      en: "Remove one. If the text is unclear, write them as two readings of a `question`.",
    },
    related: [{ span: first.span, says: { sv: "Den första står här.", en: "The first stands here." } }],
  });
}
