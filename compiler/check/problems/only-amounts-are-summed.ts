// AV3020. A mean or a sum of something that is no amount.

import type { Problem } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Aggregate, Expression } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function onlyAmountsAreSummed(about: {
  readonly aggregate: Aggregate;
  readonly value: Expression;
  readonly found: Kind;
}): Problem {
  const what = kindWords(about.found);
  const mean = about.aggregate.of.function === "mean";
  return problem({
    code: "AV3020",
    span: about.value.span,
    headline: mean
      ? { sv: `Här tas ett genomsnitt av ${what.sv}.`, en: `This takes a mean of ${what.en}.` }
      : { sv: `Här tas en summa av ${what.sv}.`, en: `This takes a sum of ${what.en}.` },
    cause: {
      sv: "Bara mängder och belopp har en summa och ett genomsnitt.",
      en: "Only amounts have a sum and a mean.",
    },
    advice:
      about.found.kind === "condition"
        ? {
            sv: "Räkna de vårdtillfällen där det är så: `antal vårdtillfällen där …`.",
            en: "Count the care episodes where it holds: `number of care episodes where …`.",
          }
        : { sv: "Ta något som är en mängd eller ett belopp.", en: "Take something that is an amount." },
  });
}
