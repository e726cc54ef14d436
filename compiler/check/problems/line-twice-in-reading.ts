// AV6052. Under some readings two lines of one sort stand in a rule at once.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { RuleText } from "../../resolve/document.ts";
import type { RuleLine } from "../../syntax/ast.ts";
import { lineWords } from "../line-words.ts";

export function lineTwiceInReading(about: {
  readonly rule: RuleText;
  readonly first: RuleLine;
  readonly second: RuleLine;
  readonly combination: string;
}): Problem {
  const { rule, first, second, combination } = about;
  const words = lineWords(second);
  return problem({
    code: "AV6052",
    span: second.span,
    headline: {
      sv: `Med ${combination} har \`${rule.name}\` två rader \`${words.sv}\`.`,
      en: `With ${combination}, \`${rule.name}\` has two lines \`${words.en}\`.`,
    },
    cause: {
      sv: "Varje sätt att läsa texten ska ge en enda regel, annars går den inte att räkna ut.",
      en: "Every way to read the text must give one single rule, or it cannot be worked out.",
    },
    advice: {
      sv: "Låt en enda fråga äga raden: märk den med `se tolkningsfråga`, eller ta bort den ena.",
      en: "Let one single question own the line: mark it with `see question`, or remove one.",
    },
    related: [{ span: first.span, says: { sv: "Den andra står här.", en: "The other stands here." } }],
  });
}
