// Conditions over months in a row: the same group in the months that end with its own.
// Rule: a month without records breaks the row, a month in doubt leaves it unknown, and so do months before the data.

import { NO, UNKNOWN, YES } from "./columns.ts";
import type { Siblings } from "./group-keys.ts";
import type { GroupState } from "./group-state.ts";
import { turnTo } from "./group-table.ts";
import { isMonth, keysInMonth, type LookingBack, type RuleRun } from "./rule-run.ts";
import type { InARow } from "./rule-code.ts";
import type { RunState } from "./run-state.ts";
import { both } from "./whole-numbers.ts";

export function monthsInARow<R extends RunState>(
  siblings: Siblings<R>,
  { groups, back }: RuleRun<R>,
): InARow<R, unknown> {
  return (group, months, condition) => {
    const conditionOf = (asked: GroupState<R, unknown>): number => {
      turnTo(groups, asked.row);
      return condition(asked);
    };
    let holds = UNKNOWN;
    for (let before = months - 1; before > 0; before -= 1) {
      const earlier = inEarlierMonth(group, before, conditionOf, siblings, back);
      holds = before === months - 1 ? earlier : both(holds, earlier);
    }
    // The group's own comes last, so that the tallies are turned to it again.
    const own = conditionOf(group);
    return months > 1 ? both(holds, own) : own;
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
