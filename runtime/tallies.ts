// Running figures of the groups of a rule: how many, how much, and whether anything that went in was absent.
// Rule: one tally holds the figures of all groups, a row each, and is turned to the group at hand; whole numbers are
// summed as JavaScript numbers as long as they are safe integers, then as bigint; nothing is lost.

import { MISSING, NO, UNKNOWN, YES } from "./columns.ts";
import { isAbsentFraction, quotientOf, sumOf, type Fraction } from "./fractions.ts";
import { plus, ratio, type Ratio } from "./ratio.ts";

/** What is turned to a group and grows with their number. */
export interface TallyCursor {
  /** The row of the group at hand. */
  at: number;
  readonly grow: (capacity: number) => void;
}

export interface Tally extends TallyCursor {
  /** How many were added. */
  counts: Int32Array;
  /** Their sum, in three parts: what fits a safe integer, what does not, and fractions. */
  wholes: Float64Array;
  readonly carried: Map<number, bigint>;
  readonly exact: Map<number, Ratio>;
  /** `MISSING` or `UNKNOWN` where something added was absent, else 0. */
  absences: Int32Array;
  /** 1 where it is not known whether something is to be added. */
  unclear: Uint8Array;
  /** The record that was added last, + 1. */
  lastRecords: Int32Array;
}

/** One figure for each value of a key, for a mean of means. */
export interface TallyPerKey extends TallyCursor {
  /** Of each group, by key. */
  readonly tallies: (Map<number, Tally> | undefined)[];
  absences: Int32Array;
  unclear: Uint8Array;
  lastRecords: Int32Array;
}

export function newTally(): Tally {
  const tally: Tally = {
    at: 0,
    counts: new Int32Array(1),
    wholes: new Float64Array(1),
    carried: new Map(),
    exact: new Map(),
    absences: new Int32Array(1),
    unclear: new Uint8Array(1),
    lastRecords: new Int32Array(1),
    grow: (capacity) => {
      tally.counts = grown(tally.counts, capacity);
      tally.absences = grown(tally.absences, capacity);
      tally.lastRecords = grown(tally.lastRecords, capacity);
      tally.unclear = grownBytes(tally.unclear, capacity);
      const wholes = new Float64Array(capacity);
      wholes.set(tally.wholes);
      tally.wholes = wholes;
    },
  };
  return tally;
}

export function newTallyPerKey(): TallyPerKey {
  const tally: TallyPerKey = {
    at: 0,
    tallies: [],
    absences: new Int32Array(1),
    unclear: new Uint8Array(1),
    lastRecords: new Int32Array(1),
    grow: (capacity) => {
      tally.absences = grown(tally.absences, capacity);
      tally.lastRecords = grown(tally.lastRecords, capacity);
      tally.unclear = grownBytes(tally.unclear, capacity);
    },
  };
  return tally;
}

export function isPerKey(tally: Tally | TallyPerKey): tally is TallyPerKey {
  return "tallies" in tally;
}

/** The tallies of a rule, whatever it calls them. */
export function cursorsOf(tallies: unknown): TallyCursor[] {
  return typeof tallies === "object" && tallies !== null ? Object.values(tallies).filter(isCursor) : [];
}

export function addNumber(tally: Tally, value: number): void {
  addOne(tally);
  addWhole(tally, value);
}

export function addFraction(tally: Tally, value: Fraction): void {
  addOne(tally);
  if (typeof value === "number") {
    addWhole(tally, value);
    return;
  }
  const before = tally.exact.get(tally.at);
  tally.exact.set(tally.at, before === undefined ? value : plus(before, value));
}

export function addOne(tally: Tally): void {
  tally.counts[tally.at] = (tally.counts[tally.at] ?? 0) + 1;
}

/** True where a record is to be added under a condition; where that is not known, the tally is unclear. */
export function isIn(tally: Tally | TallyPerKey, condition: number): boolean {
  if (condition === YES) return true;
  if (condition !== NO) tally.unclear[tally.at] = 1;
  return false;
}

/** True the first time a record comes, for what counts an episode once although its days come one by one. */
export function isFirstOf(tally: Tally | TallyPerKey, record: number): boolean {
  if (tally.lastRecords[tally.at] === record + 1) return false;
  tally.lastRecords[tally.at] = record + 1;
  return true;
}

/** The tally of a key in the group at hand, or null where the key is absent. */
export function tallyOf(perKey: TallyPerKey, key: number): Tally | null {
  if (key <= UNKNOWN) {
    addAbsence(perKey, key);
    return null;
  }
  const ofGroup = perKey.tallies[perKey.at] ?? new Map<number, Tally>();
  perKey.tallies[perKey.at] = ofGroup;
  const found = ofGroup.get(key);
  if (found !== undefined) return found;
  const tally = newTally();
  ofGroup.set(key, tally);
  return tally;
}

export function countOf(tally: Tally): Fraction {
  return tally.unclear[tally.at] === 1 ? UNKNOWN : (tally.counts[tally.at] ?? 0);
}

export function totalOf(tally: Tally): Fraction {
  const { at } = tally;
  if (tally.unclear[at] === 1) return UNKNOWN;
  const absence = tally.absences[at] ?? 0;
  if (absence !== 0) return absence;
  const whole = tally.wholes[at] ?? 0;
  const carried = tally.carried.get(at);
  const safe = carried === undefined && whole > UNKNOWN ? whole : ratio((carried ?? 0n) + BigInt(whole));
  const exact = tally.exact.get(at);
  return exact === undefined ? safe : sumOf(safe, exact);
}

/** The mean of what was added; missing where nothing was. */
export function meanOf(tally: Tally): Fraction {
  const total = totalOf(tally);
  return isAbsentFraction(total) ? total : quotientOf(total, tally.counts[tally.at] ?? 0);
}

/** `outer` over what `inner` gives for each key. */
export function figurePerKey(
  perKey: TallyPerKey,
  inner: (tally: Tally) => Fraction,
  outer: (tally: Tally) => Fraction,
): Fraction {
  const { at } = perKey;
  if (perKey.unclear[at] === 1) return UNKNOWN;
  const absence = perKey.absences[at] ?? 0;
  if (absence !== 0) return absence;
  const over = newTally();
  for (const tally of perKey.tallies[at]?.values() ?? []) addFraction(over, inner(tally));
  return outer(over);
}

/** A longer column with the same numbers first. */
export function grown(column: Int32Array, capacity: number): Int32Array {
  const longer = new Int32Array(capacity);
  longer.set(column);
  return longer;
}

function grownBytes(column: Uint8Array, capacity: number): Uint8Array {
  const longer = new Uint8Array(capacity);
  longer.set(column);
  return longer;
}

function addWhole(tally: Tally, value: number): void {
  const { at } = tally;
  if (value <= UNKNOWN) {
    addAbsence(tally, value);
    return;
  }
  const sum = (tally.wholes[at] ?? 0) + value;
  if (sum <= Number.MAX_SAFE_INTEGER && sum >= -Number.MAX_SAFE_INTEGER) tally.wholes[at] = sum;
  else {
    tally.carried.set(at, (tally.carried.get(at) ?? 0n) + BigInt(tally.wholes[at] ?? 0) + BigInt(value));
    tally.wholes[at] = 0;
  }
}

function addAbsence(tally: Tally | TallyPerKey, sentinel: number): void {
  if (tally.absences[tally.at] !== UNKNOWN) tally.absences[tally.at] = sentinel === UNKNOWN ? UNKNOWN : MISSING;
}

function isCursor(thing: unknown): thing is TallyCursor {
  return typeof thing === "object" && thing !== null && "at" in thing && "grow" in thing;
}
