// Whole numbers of a record: days, counts, öre, dates, clock times, codes and conditions, each of which may be absent.
// Rule: one JavaScript number each, always a safe integer; the two sentinels of the columns stand for what is absent,
// and where both meet, unknown wins. Nothing here makes an object, so a million records cost no memory.

import { MISSING, NO, UNKNOWN, YES } from "./columns.ts";

/** True for *missing* and *unknown*, which stand below every value. */
export function isAbsent(value: number): boolean {
  return value <= UNKNOWN;
}

/** What comes of two values of which one at least is absent. */
export function absenceOf(a: number, b: number): number {
  return a === UNKNOWN || b === UNKNOWN ? UNKNOWN : MISSING;
}

export function add(a: number, b: number): number {
  return a <= UNKNOWN || b <= UNKNOWN ? absenceOf(a, b) : a + b;
}

export function subtract(a: number, b: number): number {
  return a <= UNKNOWN || b <= UNKNOWN ? absenceOf(a, b) : a - b;
}

export function multiply(a: number, b: number): number {
  // `+ 0`: minus zero does not exist here.
  return a <= UNKNOWN || b <= UNKNOWN ? absenceOf(a, b) : a * b + 0;
}

export function opposite(a: number): number {
  return a <= UNKNOWN ? a : 0 - a;
}

/** The least number or the earliest date; absent as soon as one of them is. */
export function lesser(a: number, b: number): number {
  if (a <= UNKNOWN || b <= UNKNOWN) return absenceOf(a, b);
  return a < b ? a : b;
}

/** The greatest number or the latest date; absent as soon as one of them is. */
export function greater(a: number, b: number): number {
  if (a <= UNKNOWN || b <= UNKNOWN) return absenceOf(a, b);
  return a > b ? a : b;
}

/** Yes or no; unknown where a side is absent. */
export function isBelow(a: number, b: number): number {
  if (a <= UNKNOWN || b <= UNKNOWN) return UNKNOWN;
  return a < b ? YES : NO;
}

export function isAtMost(a: number, b: number): number {
  if (a <= UNKNOWN || b <= UNKNOWN) return UNKNOWN;
  return a <= b ? YES : NO;
}

export function isAbove(a: number, b: number): number {
  if (a <= UNKNOWN || b <= UNKNOWN) return UNKNOWN;
  return a > b ? YES : NO;
}

export function isAtLeast(a: number, b: number): number {
  if (a <= UNKNOWN || b <= UNKNOWN) return UNKNOWN;
  return a >= b ? YES : NO;
}

export function isSame(a: number, b: number): number {
  if (a <= UNKNOWN || b <= UNKNOWN) return UNKNOWN;
  return a === b ? YES : NO;
}

export function isOther(a: number, b: number): number {
  if (a <= UNKNOWN || b <= UNKNOWN) return UNKNOWN;
  return a === b ? NO : YES;
}

/** `finns` */
export function exists(a: number): number {
  if (a === UNKNOWN) return UNKNOWN;
  return a === MISSING ? NO : YES;
}

/** `saknas` */
export function isMissing(a: number): number {
  if (a === UNKNOWN) return UNKNOWN;
  return a === MISSING ? YES : NO;
}

/** `är okänt` */
export function isUnknown(a: number): number {
  return a === UNKNOWN ? YES : NO;
}

export function both(a: number, b: number): number {
  if (a === NO || b === NO) return NO;
  return a === YES && b === YES ? YES : UNKNOWN;
}

export function either(a: number, b: number): number {
  if (a === YES || b === YES) return YES;
  return a === NO && b === NO ? NO : UNKNOWN;
}

export function negation(a: number): number {
  if (a <= UNKNOWN) return UNKNOWN;
  return a === YES ? NO : YES;
}

/** `är okänt` of a condition: whether it is not known when it stands as one. */
export function isInDoubt(a: number): number {
  return a <= UNKNOWN ? YES : NO;
}

/** What `A om C annars B` gives: A where C is yes, B where it is no, else the value that both agree on, or unknown. */
export function decided(condition: number, then: number, otherwise: number): number {
  if (condition === YES) return then;
  return condition === NO || then === otherwise ? otherwise : UNKNOWN;
}
