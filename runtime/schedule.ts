// What applies from which day: the chosen reading, the row of a value, the definition of a term.
// Rule: worked out once a run for every stretch of days, so that asking for one day is a few comparisons.

import { UNKNOWN } from "./columns.ts";

export interface Schedule<T> {
  /** First days, ascending; the first is before every day. */
  readonly starts: readonly number[];
  readonly items: readonly T[];
  /** What applies where the day is absent. */
  readonly undated: T;
}

/** `applies` is asked for the days on which something may change, and with null for an absent day. */
export function scheduleOf<T>(changes: readonly (number | null)[], applies: (day: number | null) => T): Schedule<T> {
  const starts = [-Infinity];
  const items = [applies(-Infinity)];
  const days = new Set(changes.filter((day) => day !== null));
  for (const day of [...days].sort((a, b) => a - b)) {
    const item = applies(day);
    if (item === items[items.length - 1]) continue;
    starts.push(day);
    items.push(item);
  }
  return { starts, items, undated: applies(null) };
}

export function itemOn<T>(schedule: Schedule<T>, day: number): T {
  if (day <= UNKNOWN) return schedule.undated;
  const { starts, items } = schedule;
  let index = items.length - 1;
  while (index > 0 && (starts[index] ?? -Infinity) > day) index -= 1;
  const item = items[index];
  return item === undefined ? schedule.undated : item;
}
