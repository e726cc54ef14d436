// AV3012. A quoted payer is in none of the registers that it could come from.

import type { Problem } from "../../problem.ts";
import { replaceWith } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Text } from "../../syntax/ast.ts";

export function payerNotInRegister(about: {
  readonly text: Text;
  readonly guess: string | undefined;
  /** `document.register`; undefined where it could be any. */
  readonly register: string | undefined;
}): Problem {
  const { text, guess, register } = about;
  const where = register?.split(".")[1];
  return problem({
    code: "AV3012",
    span: text.span,
    headline:
      where === undefined
        ? {
            sv: `Jag hittar ingen betalare som heter "${text.text}" i något register.`,
            en: `I find no payer called "${text.text}" in any register.`,
          }
        : {
            sv: `Jag hittar ingen betalare som heter "${text.text}" i registret \`${where}\`.`,
            en: `I find no payer called "${text.text}" in the register \`${where}\`.`,
          },
    cause: {
      sv: "Det jämförs med en betalare, och en betalare som inte finns i registret kan aldrig stämma.",
      en: "It is compared with a payer, and a payer that the register does not hold can never match.",
    },
    advice:
      guess === undefined
        ? {
            sv: "Skriv namnet som det står i registret, eller lägg till betalaren där.",
            en: "Write the name as the register has it, or add the payer there.",
          }
        : { sv: `Menar du "${guess}"?`, en: `Do you mean "${guess}"?` },
    fixes: guess === undefined ? [] : [replaceWith(text.span, `"${guess}"`)],
  });
}
