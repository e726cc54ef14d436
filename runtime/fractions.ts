// Amounts that may be absent: what the steps of a rule compute with, and quantities of a record that are not whole.
// Rule: exact to the end. A whole amount may be held as a number as long as it is a safe integer above the sentinels, any
// other as a fraction; a missing or unknown part makes the whole absent, and where both meet, unknown wins.

import { MISSING, NO, UNKNOWN, YES } from "./columns.ts";
import { compare, dividedBy, minus, plus, times, type Ratio } from "./ratio.ts";
import { round, type RoundingMode } from "./rounding.ts";
import { absenceOf } from "./whole-numbers.ts";

/** A fraction, a whole number, or one of the two sentinels. */
export type Fraction = Ratio | number;

export function isAbsentFraction(a: Fraction): boolean {
  return typeof a === "number" && a <= UNKNOWN;
}

/** The fraction that an amount is; an absent one is our own fault. */
export function ratioOf(a: Fraction): Ratio {
  if (typeof a !== "number") return a;
  if (a <= UNKNOWN) throw new RangeError("An absent amount is no fraction.");
  return { over: BigInt(a), under: 1n };
}

/** The fraction that an amount is, or null where it is absent. */
export function ratioOrNull(a: Fraction): Ratio | null {
  return isAbsentFraction(a) ? null : ratioOf(a);
}

export function sumOf(a: Fraction, b: Fraction): Fraction {
  if (isAbsentFraction(a) || isAbsentFraction(b)) return absenceOfBoth(a, b);
  if (typeof a === "number" && typeof b === "number" && isHeld(a + b)) return a + b;
  return plus(ratioOf(a), ratioOf(b));
}

export function differenceOf(a: Fraction, b: Fraction): Fraction {
  if (isAbsentFraction(a) || isAbsentFraction(b)) return absenceOfBoth(a, b);
  if (typeof a === "number" && typeof b === "number" && isHeld(a - b)) return a - b;
  return minus(ratioOf(a), ratioOf(b));
}

export function productOf(a: Fraction, b: Fraction): Fraction {
  if (isAbsentFraction(a) || isAbsentFraction(b)) return absenceOfBoth(a, b);
  // `+ 0`: minus zero does not exist here.
  if (typeof a === "number" && typeof b === "number" && isHeld(a * b)) return a * b + 0;
  return times(ratioOf(a), ratioOf(b));
}

/** A quotient over nothing is missing. */
export function quotientOf(a: Fraction, b: Fraction): Fraction {
  if (isAbsentFraction(a) || isAbsentFraction(b)) return absenceOfBoth(a, b);
  const under = ratioOf(b);
  return under.over === 0n ? MISSING : dividedBy(ratioOf(a), under);
}

export function negativeOf(a: Fraction): Fraction {
  return isAbsentFraction(a) ? a : differenceOf(0, a);
}

export function leastOf(a: Fraction, b: Fraction): Fraction {
  if (isAbsentFraction(a) || isAbsentFraction(b)) return absenceOfBoth(a, b);
  return order(a, b) <= 0 ? a : b;
}

export function greatestOf(a: Fraction, b: Fraction): Fraction {
  if (isAbsentFraction(a) || isAbsentFraction(b)) return absenceOfBoth(a, b);
  return order(a, b) >= 0 ? a : b;
}

export function roundedTo(of: Fraction, to: Fraction, mode: RoundingMode): Fraction {
  if (isAbsentFraction(of)) return of;
  // Most amounts are whole multiples as they stand: days times whole kronor.
  if (typeof of === "number" && typeof to === "number" && to > 0 && of % to === 0) return of;
  return round(ratioOf(of), ratioOf(to), mode);
}

/** `överstiger` */
export function exceeds(a: Fraction, b: Fraction): number {
  if (isAbsentFraction(a) || isAbsentFraction(b)) return UNKNOWN;
  return order(a, b) > 0 ? YES : NO;
}

/** `understiger` */
export function fallsBelow(a: Fraction, b: Fraction): number {
  return exceeds(b, a);
}

/** `är minst` */
export function reaches(a: Fraction, b: Fraction): number {
  if (isAbsentFraction(a) || isAbsentFraction(b)) return UNKNOWN;
  return order(a, b) >= 0 ? YES : NO;
}

/** `är högst` */
export function staysWithin(a: Fraction, b: Fraction): number {
  return reaches(b, a);
}

export function equals(a: Fraction, b: Fraction): number {
  if (isAbsentFraction(a) || isAbsentFraction(b)) return UNKNOWN;
  return order(a, b) === 0 ? YES : NO;
}

export function differs(a: Fraction, b: Fraction): number {
  if (isAbsentFraction(a) || isAbsentFraction(b)) return UNKNOWN;
  return order(a, b) === 0 ? NO : YES;
}

/** A whole number out of an amount, for what moves a date; missing where it is not whole. */
export function wholeOf(a: Fraction): number {
  if (typeof a === "number") return a;
  const value = Number(a.over);
  return a.under === 1n && isHeld(value) ? value : MISSING;
}

/** What `A om C annars B` gives: A where C is yes, B where it is no, else the value that both agree on, or unknown. */
export function decidedFraction(condition: number, then: Fraction, otherwise: Fraction): Fraction {
  if (condition === YES) return then;
  if (condition === NO) return otherwise;
  if (isAbsentFraction(then) || isAbsentFraction(otherwise)) return then === otherwise ? then : UNKNOWN;
  return order(then, otherwise) === 0 ? then : UNKNOWN;
}

/** The sentinel of an absent amount, or a number that is none, for `exists`, `isMissing` and `isUnknown`. */
export function presenceOf(a: Fraction): number {
  return typeof a === "number" ? a : 0;
}

function order(a: Fraction, b: Fraction): number {
  return typeof a === "number" && typeof b === "number" ? a - b : compare(ratioOf(a), ratioOf(b));
}

/** Whether a number can be held as one: exact, and not to be taken for a sentinel. */
function isHeld(value: number): boolean {
  return value > UNKNOWN && value <= Number.MAX_SAFE_INTEGER;
}

function absenceOfBoth(a: Fraction, b: Fraction): number {
  return absenceOf(presenceOf(a), presenceOf(b));
}
