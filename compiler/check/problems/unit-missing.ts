// AV3041. A number stands without the unit that its surroundings have.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Language, NumberLiteral } from "../../syntax/ast.ts";
import { kindWords } from "../kind-words.ts";
import type { Quantity } from "../quantity.ts";
import { unitText } from "../unit-text.ts";

export function unitMissing(about: {
  readonly literal: NumberLiteral;
  readonly needed: Quantity;
  readonly language: Language;
}): Problem {
  const { literal, needed } = about;
  const number = literal.digits.replace(".", ",");
  const unit = unitText(needed, literal.digits, about.language);
  const what = kindWords(needed);
  return problem({
    code: "AV3041",
    span: literal.span,
    headline: { sv: `Talet ${number} saknar enhet.`, en: `The number ${number} has no unit.` },
    cause: {
      sv: `Det ställs mot ${what.sv}, och då måste enheten stå här också.`,
      en: `It meets ${what.en}, so its unit must be said here too.`,
    },
    advice:
      unit === undefined
        ? { sv: `Skriv ${what.sv}.`, en: `Write ${what.en}.` }
        : { sv: `Skriv \`${number} ${unit}\`.`, en: `Write \`${number} ${unit}\`.` },
    fixes:
      unit === undefined
        ? []
        : [
            {
              label: { sv: `Skriv \`${number} ${unit}\``, en: `Write \`${number} ${unit}\`` },
              edits: [{ span: { ...literal.span, start: literal.span.end }, text: ` ${unit}` }],
            },
          ],
  });
}
