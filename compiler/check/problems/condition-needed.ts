// AV3008. Something that is not yes or no stands where a condition is needed.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression, Language } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function conditionNeeded(about: {
  readonly expression: Expression;
  readonly found: Kind;
  readonly language: Language;
  readonly written: string;
}): Problem {
  const { expression, found, language, written } = about;
  const what = kindWords(found);
  const exists = expression.kind === "name" && ["date", "moment", "clock", "text", "payer"].includes(found.kind);
  const word = language === "sv" ? "finns" : "exists";
  const shown = written.length <= 40 ? `\`${written}\`` : undefined;
  return problem({
    code: "AV3008",
    span: expression.span,
    headline: {
      sv: `Här behövs ett villkor, men ${shown ?? "det här"} är ${what.sv}.`,
      en: `A condition is needed here, but ${shown ?? "this"} is ${what.en}.`,
    },
    cause: {
      sv: "Ett villkor är något som kan vara ja, nej eller okänt, som en jämförelse.",
      en: "A condition is something that can be yes, no or unknown, such as a comparison.",
    },
    advice: exists
      ? {
          sv: `Fråga om det finns: \`${written} finns\`. Eller jämför det med något.`,
          en: `Ask whether it exists: \`${written} exists\`. Or compare it with something.`,
        }
      : {
          sv: "Jämför det med något, till exempel med `överstiger` eller `är`.",
          en: "Compare it with something, for example with `exceeds` or `is`.",
        },
    fixes: exists
      ? [
          {
            label: { sv: `Skriv \`${written} ${word}\``, en: `Write \`${written} ${word}\`` },
            edits: [{ span: { ...expression.span, start: expression.span.end }, text: ` ${word}` }],
          },
        ]
      : [],
  });
}
