// AV2009. A field is compared with a choice that it does not have.

import { nearest } from "../../nearest.ts";
import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";

export function unknownChoice(name: Name, field: string, choices: readonly string[]): Problem {
  const guess = nearest(name.text, choices);
  return problem({
    code: "AV2009",
    span: name.span,
    headline: {
      sv: `\`${field}\` har inget val \`${name.text}\`.`,
      en: `\`${field}\` has no choice \`${name.text}\`.`,
    },
    cause: {
      sv: `Valen är ${choices.map((choice) => `\`${choice}\``).join(", ")}.`,
      en: `The choices are ${choices.map((choice) => `\`${choice}\``).join(", ")}.`,
    },
    advice:
      guess === undefined
        ? { sv: "Skriv ett av dem.", en: "Write one of them." }
        : { sv: `Menar du \`${guess}\`?`, en: `Do you mean \`${guess}\`?` },
    fixes: guess === undefined ? [] : [replaceWith(name.span, guess)],
  });
}

export function unknownPayer(name: Name, known: readonly string[]): Problem {
  const guess = nearest(name.text, known);
  return problem({
    code: "AV2009",
    span: name.span,
    headline: {
      sv: `Registret har ingen betalare \`${name.text}\`.`,
      en: `The register has no payer \`${name.text}\`.`,
    },
    cause: {
      sv: "Värdet beror på betalaren, så varje rad i tabellen börjar med en betalares namn eller `övriga`.",
      en: "The value depends on the payer, so each row of the table begins with a payer's name or `others`.",
    },
    advice:
      guess === undefined
        ? { sv: "Rätta namnet. Skriv bindestreck för mellanslag.", en: "Correct the name. Write hyphens for spaces." }
        : { sv: `Menar du \`${guess}\`?`, en: `Do you mean \`${guess}\`?` },
    fixes: guess === undefined ? [] : [replaceWith(name.span, guess)],
  });
}
