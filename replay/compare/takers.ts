// A charging rule that only takes: the same records, one group, nothing computed and nothing charged.

import type { Rule } from "@avtal/compiler/ir/ir";

export function taker(rule: Rule): Rule {
  return {
    ...rule,
    keys: [{ guard: null, it: [] }],
    payer: [{ guard: null, it: { kind: "payer", code: "-", name: "-" } }],
    payee: [{ guard: null, it: { kind: "text", text: "-" } }],
    invoicer: [],
    steps: [],
    chargedWhen: [{ guard: null, it: { kind: "truth", holds: "no" } }],
    quantity: [],
  };
}
