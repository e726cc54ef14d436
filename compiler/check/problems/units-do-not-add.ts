// AV3003. Two amounts in different units are added or subtracted.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Arithmetic } from "../kind-of-arithmetic.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function unitsDoNotAdd(about: {
  readonly expression: Arithmetic;
  readonly left: Kind;
  readonly right: Kind;
}): Problem {
  const [left, right] = [kindWords(about.left), kindWords(about.right)];
  const plus = about.expression.operator === "+";
  return problem({
    code: "AV3003",
    span: about.expression.span,
    headline: plus
      ? { sv: `Här läggs ${left.sv} ihop med ${right.sv}.`, en: `This adds ${left.en} and ${right.en}.` }
      : { sv: `Här dras ${right.sv} från ${left.sv}.`, en: `This takes ${right.en} from ${left.en}.` },
    cause: {
      sv: "Bara belopp och mängder i samma enhet går att lägga ihop eller dra ifrån.",
      en: "Only amounts in the same unit can be added or subtracted.",
    },
    advice: {
      sv: "Gör om den ena till den andras enhet först, till exempel dagar gånger ett belopp per dygn till kronor.",
      en: "Turn one into the unit of the other first, for example days times an amount per day into kronor.",
    },
  });
}
