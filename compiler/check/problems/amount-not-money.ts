// AV3002. The amount of a rule is something else than kronor.

import type { Problem, Words } from "../../problem.ts";
import { problem } from "../../problem-titles/catalogue.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { Kind } from "../kind.ts";
import { kindWords } from "../kind-words.ts";

export function amountNotMoney(about: { readonly value: Expression; readonly found: Kind }): Problem {
  const { value, found } = about;
  const what = kindWords(found);
  return problem({
    code: "AV3002",
    span: value.span,
    headline: {
      sv: `\`belopp\` ska vara kronor, men det här ger ${what.sv}.`,
      en: `\`belopp\` must be kronor, but this gives ${what.en}.`,
    },
    cause: {
      sv: "Beloppet blir en rad på en faktura, och den är i kronor och ören.",
      en: "The amount becomes a line of an invoice, which is in kronor and öre.",
    },
    advice: adviceFor(found),
  });
}

function adviceFor(found: Kind): Words {
  if (found.kind === "quantity" && found.dimension.money === 0 && found.dimension.day === 1) {
    return {
      sv: "Multiplicera med ett belopp per dygn: `… * dygnsbelopp`.",
      en: "Multiply by an amount per day: `… * dygnsbelopp`.",
    };
  }
  if (found.kind === "quantity" && found.dimension.money === 1 && found.dimension.day === -1) {
    return { sv: "Multiplicera med dagar eller dygn.", en: "Multiply by days or care days." };
  }
  return { sv: "Räkna så att det blir kronor.", en: "Calculate it so that it gives kronor." };
}
