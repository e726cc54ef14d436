// AV3038. An amount in kronor with parts of an öre.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { NumberLiteral } from "../../syntax/ast.ts";

export function finerThanOre(literal: NumberLiteral): Problem {
  const number = literal.digits.replace(".", ",");
  return problem({
    code: "AV3038",
    span: literal.span,
    headline: { sv: `${number} kronor är inte hela ören.`, en: `${number} kronor is not whole öre.` },
    cause: {
      sv: "Ett belopp som parterna har bestämt är i hela ören, så en tredje decimal är nästan alltid ett skrivfel.",
      en: "An amount that parties have decided is in whole öre, so a third decimal is nearly always a slip.",
    },
    advice: {
      sv: "Skriv två decimaler. Tusental skrivs med mellanrum: `9 300,05 kr`.",
      en: "Write two decimals. Thousands are written with a space: `9 300,05 kr`.",
    },
  });
}
