// AV3013. A date or moment is moved by something that is not proved to be a whole number.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function wholeNeeded(about: {
  readonly amount: Expression;
  readonly found: Kind;
  readonly moved: Kind;
}): Problem {
  const unit = kindWords(about.found);
  const date = about.moved.kind === "date";
  return problem({
    code: "AV3013",
    span: about.amount.span,
    headline: date
      ? {
          sv: `Här flyttas ett datum med ${unit.sv} som kan vara ett bråk.`,
          en: `This moves a date by ${unit.en} that can be a fraction.`,
        }
      : {
          sv: `Här flyttas en tidpunkt med ${unit.sv} som kan vara ett bråk.`,
          en: `This moves a moment by ${unit.en} that can be a fraction.`,
        },
    cause: {
      sv: "Det finns inget datum en halv dag senare, och jag avrundar aldrig på egen hand.",
      en: "There is no date half a day later, and I never round on my own.",
    },
    advice: {
      sv: "Använd hela tal. Om något ska avrundas först, gör det till ett eget steg med raden `avrunda … till hela …`.",
      en: "Use whole numbers. If something is rounded first, make it a step with a line `round … to whole …`.",
    },
  });
}
