// The name of every group of a run, the same for the line that it gave: document, rule, payer, period, part, further keys.
// Rule: two versions of a rule may each have a group of one payer and month; the second of them is told apart by a number.

import type { Completed, GroupKeys, Place } from "@avtal/runtime/result";

/** What a line or a group is named by. */
export interface Keyed {
  readonly place: Place;
  readonly keys: GroupKeys;
}

export type NameOf = (keyed: Keyed) => string;

/** A line shares its keys with its group; where an engine gave it keys of its own, it has the name of the first. */
export function groupNames({ groups }: Pick<Completed, "groups">): NameOf {
  const names = new Map<GroupKeys, string>();
  const used = new Map<string, number>();
  for (const { place, keys } of groups) {
    const plain = groupKey({ place, keys });
    const times = (used.get(plain) ?? 0) + 1;
    used.set(plain, times);
    names.set(keys, times === 1 ? plain : `${plain} ${times}`);
  }
  return (keyed) => names.get(keyed.keys) ?? groupKey(keyed);
}

/** The same for the groups of one payer, period and part in all versions of a rule. */
export function groupKey({ place, keys }: Keyed): string {
  return JSON.stringify([...keysWithoutPart({ place, keys }), keys.part?.from ?? ""]);
}

/** What the parts of a period have in common. */
export function keysWithoutPart({ place: { document, rule }, keys }: Keyed): readonly unknown[] {
  const { payer, period, episode, others } = keys;
  return [document, rule, payer.code, period, episode ?? "", others.map(({ value }) => value)];
}

export function ruleName({ document, rule }: Place): string {
  return `${document}.${rule}`;
}
