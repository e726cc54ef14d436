// Running figures of a group: how many, how much, and whether anything that went in was absent.
// Rule: whole numbers are summed as JavaScript numbers as long as they are safe integers, then as bigint; nothing is lost.

import { MISSING, NO, UNKNOWN, YES } from "./columns.ts";
import { isAbsentFraction, quotientOf, type Fraction } from "./fractions.ts";
import { plus, ratio, type Ratio } from "./ratio.ts";

export interface Tally {
  /** How many were added. */
  count: number;
  /** Their sum, in three parts: what fits a safe integer, what does not, and fractions. */
  whole: number;
  carried: bigint;
  exact: Ratio | null;
  /** `MISSING` or `UNKNOWN` where something added was absent, else 0. */
  absence: number;
  /** True where it is not known whether something is to be added. */
  unclear: boolean;
  /** The record that was added last. */
  record: number;
}

/** One figure for each value of a key, for a mean of means. */
export interface TallyPerKey {
  readonly tallies: Map<number, Tally>;
  absence: number;
  unclear: boolean;
  record: number;
}

export function newTally(): Tally {
  return { count: 0, whole: 0, carried: 0n, exact: null, absence: 0, unclear: false, record: -1 };
}

export function newTallyPerKey(): TallyPerKey {
  return { tallies: new Map(), absence: 0, unclear: false, record: -1 };
}

export function addNumber(tally: Tally, value: number): void {
  tally.count += 1;
  addWhole(tally, value);
}

function addWhole(tally: Tally, value: number): void {
  if (value <= UNKNOWN) {
    addAbsence(tally, value);
    return;
  }
  const sum = tally.whole + value;
  if (sum <= Number.MAX_SAFE_INTEGER && sum >= -Number.MAX_SAFE_INTEGER) tally.whole = sum;
  else {
    tally.carried += BigInt(tally.whole) + BigInt(value);
    tally.whole = 0;
  }
}

export function addFraction(tally: Tally, value: Fraction): void {
  tally.count += 1;
  if (typeof value === "number") addWhole(tally, value);
  else tally.exact = tally.exact === null ? value : plus(tally.exact, value);
}

export function addOne(tally: Tally): void {
  tally.count += 1;
}

/** True where a record is to be added under a condition; where that is not known, the tally is unclear. */
export function isIn(tally: { unclear: boolean }, condition: number): boolean {
  if (condition === YES) return true;
  if (condition !== NO) tally.unclear = true;
  return false;
}

/** True the first time a record comes, for what counts an episode once although its days come one by one. */
export function isFirstOf(tally: { record: number }, record: number): boolean {
  if (tally.record === record) return false;
  tally.record = record;
  return true;
}

/** The tally of a key, or null where the key is absent. */
export function tallyOf(perKey: TallyPerKey, key: number): Tally | null {
  if (key <= UNKNOWN) {
    addAbsence(perKey, key);
    return null;
  }
  const found = perKey.tallies.get(key);
  if (found !== undefined) return found;
  const tally = newTally();
  perKey.tallies.set(key, tally);
  return tally;
}

export function countOf(tally: Tally): Fraction {
  return tally.unclear ? UNKNOWN : tally.count;
}

export function totalOf(tally: Tally): Fraction {
  if (tally.unclear) return UNKNOWN;
  if (tally.absence !== 0) return tally.absence === UNKNOWN ? UNKNOWN : MISSING;
  if (tally.exact === null && tally.carried === 0n && tally.whole > UNKNOWN) return tally.whole;
  const whole = ratio(tally.carried + BigInt(tally.whole));
  return tally.exact === null ? whole : plus(whole, tally.exact);
}

/** The mean of what was added; missing where nothing was. */
export function meanOf(tally: Tally): Fraction {
  const total = totalOf(tally);
  return isAbsentFraction(total) ? total : quotientOf(total, tally.count);
}

/** `outer` over what `inner` gives for each key. */
export function figurePerKey(
  perKey: TallyPerKey,
  inner: (tally: Tally) => Fraction,
  outer: (tally: Tally) => Fraction,
): Fraction {
  if (perKey.unclear) return UNKNOWN;
  if (perKey.absence !== 0) return perKey.absence === UNKNOWN ? UNKNOWN : MISSING;
  const over = newTally();
  for (const tally of perKey.tallies.values()) addFraction(over, inner(tally));
  return outer(over);
}

function addAbsence(tally: { absence: number }, sentinel: number): void {
  if (tally.absence !== UNKNOWN) tally.absence = sentinel;
}
