// The first day on which two versions of an agreement say different things of one matter.
// Rule: only days on which one of the versions changes anything need to be asked.

import { asWorded } from "./as-worded.ts";
import type { Side } from "./side.ts";
import { meanSame, thingsOf, type Things } from "./thing.ts";

/** By node; null where the two differ on every day, or only by something that has no day. */
export type FirstDays = (node: string) => number | null;

export function firstDays(a: Side, b: Side): FirstDays {
  const days = [...new Set([...a.program.wordings, ...b.program.wordings].map(({ day }) => day))];
  days.sort((one, other) => one - other);
  const onDays = days.map((day) => ({ day, a: thingsOn(a, day), b: thingsOn(b, day) }));
  return (node) => {
    const first = onDays.findIndex((things) => !meanSame(things.a.get(node), things.b.get(node)));
    return first <= 0 ? null : (onDays[first]?.day ?? null);
  };
}

function thingsOn(side: Side, day: number): Things {
  return thingsOf(asWorded(side, day), new Set());
}
