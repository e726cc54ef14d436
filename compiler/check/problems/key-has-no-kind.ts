// AV3056. A key after `per` is something that lines cannot be divided by.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { PerKey } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function keyHasNoKind(about: { readonly key: PerKey; readonly found: Kind }): Problem {
  const { key, found } = about;
  const what = kindWords(found);
  return problem({
    code: "AV3056",
    span: key.span,
    headline: {
      sv: `Här blir det en rad per \`${key.name.text}\`, som är ${what.sv}.`,
      en: `This gives one line per \`${key.name.text}\`, which is ${what.en}.`,
    },
    cause: {
      sv: "En nyckel är något som varje vårdtillfälle har och som flera kan ha gemensamt: betalare, val, datum, månad.",
      en: "A key is something that each care episode has and several can share: payer, choice, date, month.",
    },
    advice: {
      sv: "Skriv en sådan nyckel, eller `vårdtillfälle` för en rad var.",
      en: "Write such a key, or `care episode` for a line each.",
    },
  });
}
