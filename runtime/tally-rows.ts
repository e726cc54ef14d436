// Adding to the row of a tally that is named, without turning the tally first: what kernels do for each record.
// Rule: the same figures as the functions of tallies.ts give, absences and carries included.

import { MISSING, UNKNOWN } from "./columns.ts";
import type { Fraction } from "./fractions.ts";
import { addFraction, addNumber, type Tally } from "./tallies.ts";

/** A number so small that no sum of as many as a run may have leaves the safe integers; `wholes` are those of the tally. */
export function addSmallTo(wholes: Float64Array, tally: Tally, row: number, value: number): void {
  if (value > UNKNOWN) wholes[row] = (wholes[row] ?? 0) + value;
  else noteAbsence(tally, row, value);
}

function noteAbsence({ absences }: Tally, row: number, value: number): void {
  if (absences[row] !== UNKNOWN) absences[row] = value === UNKNOWN ? UNKNOWN : MISSING;
}

/** A number whose sums may grow beyond the safe integers. */
export function addNumberAt(tally: Tally, row: number, value: number): void {
  const sum = (tally.wholes[row] ?? 0) + value;
  if (value <= UNKNOWN || sum > Number.MAX_SAFE_INTEGER || sum < -Number.MAX_SAFE_INTEGER) {
    tally.at = row;
    addNumber(tally, value);
    return;
  }
  tally.counts[row] = (tally.counts[row] ?? 0) + 1;
  tally.wholes[row] = sum;
}

export function addFractionAt(tally: Tally, row: number, value: Fraction): void {
  if (typeof value === "number") addNumberAt(tally, row, value);
  else {
    tally.at = row;
    addFraction(tally, value);
  }
}

/** It is not known whether a record is to be added. */
export function markUnclear(tally: Tally, row: number): void {
  tally.unclear[row] = 1;
}
