// AV2018. Lines are put in a rule, a statistic or a condition that does not exist.

import { nearest } from "../../nearest.ts";
import { replaceWith, type Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { PatchStatement } from "../../syntax/ast.ts";

export function patchOfNothing(patch: PatchStatement, known: readonly string[]): Problem {
  const guess = nearest(patch.name.text, known);
  const what = words[patch.content.kind];
  return problem({
    code: "AV2018",
    span: patch.name.span,
    headline: {
      sv: `Jag hittar ${what.sv} \`${patch.name.text}\` att ändra.`,
      en: `I find ${what.en} \`${patch.name.text}\` to change.`,
    },
    cause: {
      sv: "Raderna sätts in i något som redan finns i dokumentet, under samma namn.",
      en: "The lines are put in something that the document already has, under the same name.",
    },
    advice:
      guess === undefined
        ? { sv: "Rätta namnet, eller skriv hela satsen.", en: "Correct the name, or write the whole statement." }
        : { sv: `Menar du \`${guess}\`?`, en: `Do you mean \`${guess}\`?` },
    fixes: guess === undefined ? [] : [replaceWith(patch.name.span, guess)],
  });
}

const words = {
  rule: { sv: "ingen regel", en: "no rule" },
  statistic: { sv: "ingen statistik", en: "no statistic" },
  condition: { sv: "inget villkor", en: "no condition" },
  agreement: { sv: "inget dokument", en: "no document" },
} as const;
