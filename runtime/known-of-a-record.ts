// What has been worked out for the record at hand, so that several rules need not work it out again.
// Rule: asked for the same record on the same days it is the same; only the last answer is kept.

import type { Fraction } from "./fractions.ts";

/** The last answer, and what it was asked for. */
export interface Known<T extends Fraction> {
  record: number;
  day: number;
  theDay: number;
  value: T;
}

export function newKnown<T extends Fraction>(value: T): Known<T> {
  return { record: -1, day: 0, theDay: 0, value };
}

export function isKnown<T extends Fraction>(known: Known<T>, record: number, day: number, theDay: number): boolean {
  return known.record === record && known.day === day && known.theDay === theDay;
}

export function keep<T extends Fraction>(known: Known<T>, record: number, day: number, theDay: number, value: T): T {
  known.record = record;
  known.day = day;
  known.theDay = theDay;
  known.value = value;
  return value;
}
