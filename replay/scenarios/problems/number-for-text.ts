import { replaceWith, type Problem } from "@avtal/compiler/problem";
import type { PlainText } from "../read/plain.ts";
import { scenarioProblem } from "../scenario-problem.ts";

/** AV8114. Without quotation marks YAML takes `0126` for the number 126, and `1e3` for 1000. */
export function numberForText(fact: string, found: PlainText): Problem {
  return scenarioProblem({
    code: "AV8114",
    span: found.span,
    headline: {
      sv: `\`${fact}\` är en text, men \`${found.text}\` är inte skrivet som en.`,
      en: `\`${fact}\` is a text, but \`${found.text}\` is not written as one.`,
    },
    cause: {
      sv: "Utan citattecken blir `0126` talet 126, `1e3` talet 1000 och `true` ett ja.",
      en: "Without quotation marks `0126` becomes the number 126, `1e3` the number 1000 and `true` a yes.",
    },
    advice: { sv: `Skriv \`"${found.text}"\`.`, en: `Write \`"${found.text}"\`.` },
    fixes: [replaceWith(found.span, `"${found.text}"`)],
  });
}
