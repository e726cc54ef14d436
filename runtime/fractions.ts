// Fractions that may be absent: what the steps of a rule compute with, and quantities of a record that are not whole.
// Rule: exact to the end; a missing or unknown part makes the whole absent, and where both meet, unknown wins.

import { MISSING, NO, UNKNOWN, YES } from "./columns.ts";
import { compare, dividedBy, minus, plus, ratio, times, type Ratio } from "./ratio.ts";
import { round, type RoundingMode } from "./rounding.ts";
import { absenceOf } from "./whole-numbers.ts";

export type Absent = typeof MISSING | typeof UNKNOWN;

/** A fraction, or one of the two sentinels; a number is never a value here. */
export type Fraction = Ratio | Absent;

/** A whole number of a record as a fraction. */
export function fractionOf(value: number): Fraction {
  return value <= UNKNOWN ? absence(value) : { over: BigInt(value), under: 1n };
}

export function sumOf(a: Fraction, b: Fraction): Fraction {
  return typeof a === "number" || typeof b === "number" ? absenceOfBoth(a, b) : plus(a, b);
}

export function differenceOf(a: Fraction, b: Fraction): Fraction {
  return typeof a === "number" || typeof b === "number" ? absenceOfBoth(a, b) : minus(a, b);
}

export function productOf(a: Fraction, b: Fraction): Fraction {
  return typeof a === "number" || typeof b === "number" ? absenceOfBoth(a, b) : times(a, b);
}

/** A quotient over nothing is missing. */
export function quotientOf(a: Fraction, b: Fraction): Fraction {
  if (typeof a === "number" || typeof b === "number") return absenceOfBoth(a, b);
  return b.over === 0n ? MISSING : dividedBy(a, b);
}

export function negativeOf(a: Fraction): Fraction {
  return typeof a === "number" ? a : ratio(-a.over, a.under);
}

export function leastOf(a: Fraction, b: Fraction): Fraction {
  if (typeof a === "number" || typeof b === "number") return absenceOfBoth(a, b);
  return compare(a, b) <= 0 ? a : b;
}

export function greatestOf(a: Fraction, b: Fraction): Fraction {
  if (typeof a === "number" || typeof b === "number") return absenceOfBoth(a, b);
  return compare(a, b) >= 0 ? a : b;
}

export function roundedTo(of: Fraction, to: Ratio, mode: RoundingMode): Fraction {
  return typeof of === "number" ? of : round(of, to, mode);
}

/** `överstiger` */
export function exceeds(a: Fraction, b: Fraction): number {
  if (typeof a === "number" || typeof b === "number") return UNKNOWN;
  return compare(a, b) > 0 ? YES : NO;
}

/** `understiger` */
export function fallsBelow(a: Fraction, b: Fraction): number {
  return exceeds(b, a);
}

/** `är minst` */
export function reaches(a: Fraction, b: Fraction): number {
  if (typeof a === "number" || typeof b === "number") return UNKNOWN;
  return compare(a, b) >= 0 ? YES : NO;
}

/** `är högst` */
export function staysWithin(a: Fraction, b: Fraction): number {
  return reaches(b, a);
}

export function equals(a: Fraction, b: Fraction): number {
  if (typeof a === "number" || typeof b === "number") return UNKNOWN;
  return a.over === b.over && a.under === b.under ? YES : NO;
}

export function differs(a: Fraction, b: Fraction): number {
  if (typeof a === "number" || typeof b === "number") return UNKNOWN;
  return a.over === b.over && a.under === b.under ? NO : YES;
}

/** A whole number out of a fraction, for what moves a date; missing where it is not whole. */
export function wholeOf(a: Fraction): number {
  if (typeof a === "number") return a;
  const value = Number(a.over);
  return a.under === 1n && Number.isSafeInteger(value) && value > UNKNOWN ? value : MISSING;
}

/** What `A om C annars B` gives: A where C is yes, B where it is no, else the value that both agree on, or unknown. */
export function decidedFraction(condition: number, then: Fraction, otherwise: Fraction): Fraction {
  if (condition === YES) return then;
  return condition === NO ? otherwise : agreedFraction(then, otherwise);
}

/** The sentinel of an absent fraction, or a number that is none, for `exists`, `isMissing` and `isUnknown`. */
export function presenceOf(a: Fraction): number {
  return typeof a === "number" ? a : 0;
}

function agreedFraction(a: Fraction, b: Fraction): Fraction {
  if (typeof a === "number" || typeof b === "number") return a === b ? a : UNKNOWN;
  return a.over === b.over && a.under === b.under ? a : UNKNOWN;
}

function absenceOfBoth(a: Fraction, b: Fraction): Absent {
  return absence(absenceOf(presenceOf(a), presenceOf(b)));
}

function absence(sentinel: number): Absent {
  return sentinel === UNKNOWN ? UNKNOWN : MISSING;
}
