// Figures over all records of the data, outside groups.
// Rule: worked out once for each day that is asked for.

import { UNKNOWN } from "./columns.ts";
import type { Fraction } from "./fractions.ts";
import { NEVER } from "./record-dates.ts";
import type { RunState } from "./run-state.ts";
import { absenceOf } from "./whole-numbers.ts";

/** `place` tells the figures of a program apart; `add` adds one record to a tally. */
export function overAll<R extends RunState, T>(
  run: R,
  place: number,
  day: number,
  newTally: () => T,
  add: (tally: T, record: number) => void,
  figure: (tally: T) => Fraction,
): Fraction {
  const ofPlace = run.figuresOverAll.get(place) ?? new Map<number, Fraction>();
  run.figuresOverAll.set(place, ofPlace);
  const known = ofPlace.get(day);
  if (known !== undefined) return known;
  const tally = newTally();
  for (let record = 0; record < run.columns.count; record += 1) add(tally, record);
  const found = figure(tally);
  ofPlace.set(day, found);
  return found;
}

/** The days of a record's span, one by one; none where an end is missing, and the tally is unclear where one is unknown. */
export function eachDayOf(
  tally: { unclear: boolean },
  from: number,
  fromCounted: boolean,
  to: number,
  toCounted: boolean,
  add: (day: number) => void,
): void {
  if (from <= UNKNOWN || to <= UNKNOWN) {
    if (absenceOf(from, to) === UNKNOWN) tally.unclear = true;
    return;
  }
  if (from === NEVER || to === NEVER) return;
  const last = toCounted ? to : to - 1;
  for (let day = fromCounted ? from : from + 1; day <= last; day += 1) add(day);
}
