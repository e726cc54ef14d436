// Conditions over months in a row: the same group in the months that end with its own.
// Rule: a month without records breaks the row, a month in doubt leaves it unknown, and so do months before the data.

import { NO, UNKNOWN, YES } from "./columns.ts";
import type { Siblings } from "./group-keys.ts";
import type { GroupState } from "./group-state.ts";
import { isMonth, keysInMonth, type LookingBack } from "./rule-run.ts";
import type { InARow } from "./rule-code.ts";
import type { RunState } from "./run-state.ts";
import { both } from "./whole-numbers.ts";

export function monthsInARow<R extends RunState>(siblings: Siblings<R>, back: LookingBack): InARow<R, unknown> {
  return (group, months, condition) => {
    let holds = condition(group);
    for (let before = 1; before < months; before += 1) {
      holds = both(holds, inEarlierMonth(group, before, condition, siblings, back));
    }
    return holds;
  };
}

function inEarlierMonth<R extends RunState>(
  { keys, values }: GroupState<R, unknown>,
  before: number,
  condition: (group: GroupState<R, unknown>) => number,
  siblings: Siblings<R>,
  { firstMonth, undecided }: LookingBack,
): number {
  const month = values[keys.findIndex(isMonth)];
  if (month === undefined || firstMonth === null || month - before < firstMonth) return UNKNOWN;
  const text = keysInMonth(keys, values, -before);
  const there = siblings.get(text) ?? [];
  if (there.length === 0) return undecided.has(text) ? UNKNOWN : NO;
  return there.map(condition).reduce(both, YES);
}
