// AV3062. A key of a table is a choice, but of something else than what the value depends on.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression, Name } from "../../syntax/ast.ts";

export function keyOfAnotherField(about: {
  readonly name: Name;
  readonly expression: Expression;
  readonly choices: readonly string[] | undefined;
}): Problem {
  const { name, expression, choices } = about;
  const listed = choices?.map((each) => `\`${each}\``).join(", ");
  return problem({
    code: "AV3062",
    span: name.span,
    headline: {
      sv: `\`${name.text}\` är inget av det som värdet beror på här.`,
      en: `\`${name.text}\` is none of what the value depends on here.`,
    },
    cause:
      listed === undefined
        ? { sv: "Här ska en betalare ur registret stå.", en: "A payer of the register should stand here." }
        : { sv: `Valen är ${listed}.`, en: `The choices are ${listed}.` },
    advice: {
      sv: "Skriv ett av dem, eller ändra vad värdet beror på.",
      en: "Write one of them, or change what the value depends on.",
    },
    related: [{ span: expression.span, says: { sv: "Det beror på detta.", en: "It depends on this." } }],
  });
}
