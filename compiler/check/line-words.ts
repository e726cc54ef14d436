// The word with which each line of a rule begins, for messages.

import type { Words } from "../problem.ts";
import type { RuleLine } from "../syntax/ast.ts";

export function lineWords(line: RuleLine): Words {
  switch (line.kind) {
    case "step":
      return { sv: `${line.name.text} =`, en: `${line.name.text} =` };
    case "round":
      return { sv: `avrunda ${line.name.text}`, en: `round ${line.name.text}` };
    default:
      return byKind[line.kind];
  }
}

const byKind: Readonly<Record<Exclude<RuleLine["kind"], "step" | "round">, Words>> = {
  insteadOf: { sv: "i stället för", en: "instead of" },
  onTopOf: { sv: "utöver", en: "on top of" },
  validity: { sv: "från och med", en: "from and including" },
  scope: { sv: "gäller", en: "applies to" },
  requires: { sv: "krävs", en: "requires" },
  follows: { sv: "följer", en: "follows" },
  per: { sv: "per", en: "per" },
  payment: { sv: "betalas av", en: "paid by" },
  when: { sv: "när", en: "when" },
  invoicer: { sv: "faktureras av", en: "invoiced by" },
  noCharge: { sv: "ingen debitering", en: "no charge" },
  triggers: { sv: "utlöser", en: "triggers" },
  notModelled: { sv: "inte modellerat", en: "not modelled" },
  nothing: { sv: "inget", en: "nothing" },
};
