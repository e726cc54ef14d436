// AV3041. A number stands without the unit that its surroundings have.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Language, NumberLiteral } from "../../syntax/ast.ts";
import { kindWords } from "../kind-words.ts";
import type { Quantity } from "../quantity.ts";
import { unitText } from "../unit-text.ts";

interface NumberAlone {
  readonly literal: NumberLiteral;
  readonly needed: Quantity;
  /** That of the file where it stands. */
  readonly language: Language;
}

/** A number that meets a quantity: is compared with it, added to it or taken from it. */
export function unitMissing(about: NumberAlone): Problem {
  const what = kindWords(about.needed);
  return numberAlone(about, {
    sv: `Det ställs mot ${what.sv}, och då måste enheten stå här också.`,
    en: `It meets ${what.en}, so its unit must be said here too.`,
  });
}

/** A number that something declared with a unit is said to be. */
export function unitMissingIn(name: string, about: NumberAlone): Problem {
  const what = kindWords(about.needed);
  return numberAlone(about, {
    sv: `\`${name}\` är ${what.sv}, och då måste enheten stå vid talet också.`,
    en: `\`${name}\` is ${what.en}, so the unit must stand at the number too.`,
  });
}

function numberAlone({ literal, needed, language }: NumberAlone, cause: Words): Problem {
  const number = literal.digits.replace(".", ",");
  const unit = unitText(needed, literal.digits, language);
  const what = kindWords(needed);
  return problem({
    code: "AV3041",
    span: literal.span,
    headline: { sv: `Talet ${number} saknar enhet.`, en: `The number ${number} has no unit.` },
    cause,
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
