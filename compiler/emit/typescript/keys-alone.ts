// A group of which only the keys are known: one record on its way into it.
// Rule: what the group stage reads of keys is then read of the record itself; figures are not there yet.

import type { Rule } from "../../ir/ir.ts";
import type { Emission } from "./emission.ts";
import { fractionCode, isFraction, numberCode, type Place } from "./expression-code.ts";
import { placeIn } from "./term-code.ts";

export function keysAlone(rule: Rule, emission: Emission): Place {
  const record: Place = { ...placeIn(rule.document, emission), kinds: emission.kindsIn(rule) };
  const place: Place = {
    ...record,
    group: {
      key: (wanted) => {
        const key = rule.keys.flatMap(({ it }) => it).find(({ name }) => name === wanted);
        if (key === undefined) throw new Error(`${rule.id} has no key ${wanted}.`);
        return isFraction({ kind: "key", name: wanted }, place, emission)
          ? fractionCode(key.value, record, emission)
          : numberCode(key.value, record, emission);
      },
      step: notYet,
      aggregate: notYet,
      inARow: notYet,
    },
  };
  return place;
}

function notYet(): never {
  throw new Error("A figure of a group is read before the group is complete.");
}
