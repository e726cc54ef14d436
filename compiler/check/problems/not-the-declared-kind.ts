// AV3001. A value, measured value or term gives something else than the word after `i` says.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression, KindName } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";
import { sameUnit } from "../quantity.ts";

export function notTheDeclaredKind(about: {
  readonly name: string;
  readonly value: Expression;
  readonly declared: Kind;
  readonly found: Kind;
  readonly type: KindName | undefined;
}): Problem {
  const { name, declared, found, type } = about;
  const should = kindWords(declared);
  const is = kindWords(found);
  const broken = declared.kind === "quantity" && found.kind === "quantity" && sameUnit(declared, found);
  return problem({
    code: "AV3001",
    span: about.value.span,
    headline: broken
      ? {
          sv: `\`${name}\` ska vara ett antal, men det här kan bli ett bråk.`,
          en: `\`${name}\` should be a count, but this can be a fraction.`,
        }
      : {
          sv: `\`${name}\` ska vara ${should.sv}, men det här ger ${is.sv}.`,
          en: `\`${name}\` should be ${should.en}, but this gives ${is.en}.`,
        },
    cause: {
      sv: `Ordet efter \`i\` säger vad \`${name}\` är, och allt som läser \`${name}\` litar på det.`,
      en: `The word after \`in\` says what \`${name}\` is, and everything that reads \`${name}\` relies on it.`,
    },
    advice: broken
      ? {
          sv: "Skriv `i tal` om det får vara ett bråk, eller räkna så att det blir ett helt tal.",
          en: "Write `in number` if it may be a fraction, or calculate it so that it is whole.",
        }
      : {
          sv: `Ändra uträkningen så att den ger ${should.sv}, eller ändra ordet efter \`i\`.`,
          en: `Change the calculation so that it gives ${should.en}, or change the word after \`in\`.`,
        },
    related:
      type === undefined
        ? []
        : [{ span: type.span, says: { sv: "Här står vad det ska vara.", en: "Here it says what it should be." } }],
  });
}
