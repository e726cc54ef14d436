// AV3049. Something is rounded to whole units of a word that is no unit.

import { roundingUnits } from "@avtal/grammar/keywords";
import { nearest } from "../../nearest.ts";
import type { Problem } from "../../problem.ts";
import { replaceWith } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Name } from "../../syntax/ast.ts";
import { roundingWords } from "../rounding-unit.ts";

export function unknownRoundingUnit(unit: Name): Problem {
  const guess = nearest(unit.text, roundingWords());
  const listed = (language: "sv" | "en"): string => roundingUnits.map((each) => each[language]).join(", ");
  return problem({
    code: "AV3049",
    span: unit.span,
    headline: {
      sv: `\`${unit.text}\` är ingen enhet att avrunda till.`,
      en: `\`${unit.text}\` is no unit to round to.`,
    },
    cause: { sv: `Enheterna är ${listed("sv")}.`, en: `The units are ${listed("en")}.` },
    advice:
      guess === undefined
        ? { sv: "Skriv en av dem.", en: "Write one of them." }
        : { sv: `Menar du \`${guess}\`?`, en: `Do you mean \`${guess}\`?` },
    fixes: guess === undefined ? [] : [replaceWith(unit.span, guess)],
  });
}
