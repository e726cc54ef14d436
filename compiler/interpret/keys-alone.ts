// A group of which only the keys are known: one record on its way into it.

import type { Rule } from "@avtal/compiler/ir/ir";
import { keysOf, keyValues } from "./judge.ts";
import { ofMember, type Member, type Scope } from "./scope.ts";
import { missing } from "./values.ts";

/** The scope of a record that counts, with the keys of its group but none of its figures. */
export function withKeysAlone(rule: Rule, member: Member, scope: Scope): Scope {
  const there = ofMember(member, scope);
  const keys = keysOf(rule, there);
  const values = keyValues(keys, there);
  const notYet = (): never => {
    throw new Error("A figure of a group is read before the group is complete.");
  };
  return {
    ...there,
    group: {
      members: [member],
      key: (name) => values[keys.findIndex((key) => key.name === name)] ?? missing,
      step: notYet,
      inARow: notYet,
    },
  };
}
