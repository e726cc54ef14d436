// AV3050. An amount is rounded to parts of an öre.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { RoundTo } from "../../syntax/ast.ts";

export function finerThanWholeOre(about: { readonly to: RoundTo; readonly decimals: number }): Problem {
  return problem({
    code: "AV3050",
    span: about.to.span,
    headline: {
      sv: `Här avrundas ett belopp till ${about.decimals} decimaler av en krona.`,
      en: `This rounds an amount to ${about.decimals} decimals of a krona.`,
    },
    cause: {
      sv: "En fakturarad kan inte vara finare än hela ören.",
      en: "A line of an invoice cannot be finer than whole öre.",
    },
    advice: { sv: "Avrunda till hela ören eller hela kronor.", en: "Round to whole öre or whole kronor." },
  });
}
