// The groups of one rule while a run goes on, one row each: what counts, what was left out, days.
// Rule: a record only touches a few neighbouring numbers of its group, however many groups there are; all that a rule says
// of one record comes at once, so what becomes of it in a group is settled when the next one comes.

import { MISSING, YES } from "./columns.ts";
import {
  CURRENT,
  DAY,
  FIRST_DAY,
  IN_DOUBT,
  LAST_DAY,
  LAST_PACK,
  LEFT_OUT,
  MAY_CHARGE,
  ORDER,
  PART,
  RECORD,
  RECORDS,
  STANDING,
  THE_DAY,
  cellOf,
  numbersOfAGroup,
} from "./group-numbers.ts";
import type { GroupState } from "./group-state.ts";
import type { KeyCode } from "./rule-code.ts";
import type { RunState } from "./run-state.ts";
import { cursorsOf, grown, type TallyCursor } from "./tallies.ts";
import type { Pack } from "./used-by-a-group.ts";
import { both } from "./whole-numbers.ts";

export interface GroupTable<R extends RunState> {
  /** How many groups there are. */
  count: number;
  capacity: number;
  /** Keys of each group, and their values, as many as the widest keys have. */
  readonly keys: (readonly KeyCode<R>[])[];
  readonly width: number;
  values: Float64Array;
  /** Row + 1 by the hash of keys and part; 0 is free. */
  slots: Int32Array;
  /** What is noted of each group, side by side (group-numbers.ts). */
  numbers: Int32Array;
  /** In how many groups something counts. */
  counting: number;
  /** What each group stands on. */
  readonly used: Pack<R>[][];
  readonly members: number[][];
  readonly tallies: unknown;
  readonly cursors: readonly TallyCursor[];
}

export const COUNTS = 1;
export const UNDECIDED = 2;
export const NOT_CHARGED = 4;

/** `expected`: for how many groups there is room at once; it grows by itself. */
export function groupTable<R extends RunState>(tallies: unknown, width: number, expected = 4): GroupTable<R> {
  const capacity = expected;
  const table: GroupTable<R> = {
    count: 0,
    capacity,
    keys: [],
    width,
    values: new Float64Array(capacity * width),
    slots: new Int32Array(capacity * 4),
    numbers: new Int32Array(capacity * numbersOfAGroup),
    counting: 0,
    used: [],
    members: [],
    tallies,
    cursors: cursorsOf(tallies),
  };
  for (const cursor of table.cursors) cursor.grow(capacity);
  return table;
}

/** One of the numbers of a group. */
export function numberOf<R extends RunState>({ numbers }: GroupTable<R>, row: number, which: number): number {
  return numbers[cellOf(row, which)] ?? MISSING;
}

/** The row of a group, made where there is none yet. */
export function rowFor<R extends RunState>(
  table: GroupTable<R>,
  keys: readonly KeyCode<R>[],
  values: readonly number[],
  part: number,
): number {
  const mask = table.slots.length - 1;
  let slot = hashOf(values, part) & mask;
  for (;;) {
    const row = (table.slots[slot] ?? 0) - 1;
    if (row < 0) return addRow(table, slot, keys, values, part);
    if (isFor(table, row, keys, values, part)) return row;
    slot = (slot + 1) & mask;
  }
}

/** Notes that a record, or a day of it, counts in a group, is left out undecided, or is not charged. */
export function meet<R extends RunState>(table: GroupTable<R>, row: number, record: number, standing: number): void {
  const { numbers } = table;
  if (numbers[cellOf(row, CURRENT)] !== record) {
    settle(table, row);
    numbers[cellOf(row, CURRENT)] = record;
  }
  numbers[cellOf(row, STANDING)] = numberOf(table, row, STANDING) | standing;
}

/** A record of which anything counts counts; else it is undecided as soon as a day of it is. */
export function settle<R extends RunState>(table: GroupTable<R>, row: number): void {
  const standing = numberOf(table, row, STANDING);
  if (standing === 0) return;
  const which = (standing & COUNTS) !== 0 ? RECORDS : (standing & UNDECIDED) !== 0 ? IN_DOUBT : LEFT_OUT;
  table.numbers[cellOf(row, which)] = numberOf(table, row, which) + 1;
  table.numbers[cellOf(row, STANDING)] = 0;
}

/** A record, or a day of it, that counts; records may come in any order. */
export function addMember<R extends RunState>(
  table: GroupTable<R>,
  row: number,
  record: number,
  day: number,
  theDay: number,
): void {
  if (record < numberOf(table, row, RECORD)) addFirst(table, row, record, day, theDay);
  countOn(table.numbers, row, day);
}

/** A record that counts in a group on a day. */
export function countOn(numbers: Int32Array, row: number, day: number): void {
  if (day < (numbers[cellOf(row, FIRST_DAY)] ?? 0)) numbers[cellOf(row, FIRST_DAY)] = day;
  if (day > (numbers[cellOf(row, LAST_DAY)] ?? 0)) numbers[cellOf(row, LAST_DAY)] = day;
}

function addFirst<R extends RunState>(
  table: GroupTable<R>,
  row: number,
  record: number,
  day: number,
  theDay: number,
): void {
  const { numbers } = table;
  if (numberOf(table, row, ORDER) < 0) numbers[cellOf(row, ORDER)] = table.counting++;
  numbers[cellOf(row, RECORD)] = record;
  numbers[cellOf(row, DAY)] = day;
  numbers[cellOf(row, THE_DAY)] = theDay;
}

/** After every record. */
export const noRecord = 2_147_483_647;

export function allow<R extends RunState>(table: GroupTable<R>, row: number, mayCharge: number): void {
  table.numbers[cellOf(row, MAY_CHARGE)] = both(numberOf(table, row, MAY_CHARGE), mayCharge);
}

/** Turns the tallies to a group, for what is added next or read next. */
export function turnTo<R extends RunState>({ cursors }: GroupTable<R>, row: number): void {
  for (let index = 0; index < cursors.length; index += 1) {
    const cursor = cursors[index];
    if (cursor !== undefined) cursor.at = row;
  }
}

/** The rows: first those in which something counts, by the first record that does, then the others. */
export function groupsInOrder<R extends RunState>(table: GroupTable<R>): number[] {
  const rows = Array.from({ length: table.count }, (_, row) => row);
  const by = (which: number, a: number, b: number): number => numberOf(table, a, which) - numberOf(table, b, which);
  return rows.sort((a, b) => by(RECORD, a, b) || by(ORDER, a, b) || a - b);
}

/** The rows of groups in which something counts, by the first record that does; what was met last is settled. */
export function rowsThatCount<R extends RunState>(table: GroupTable<R>): readonly number[] {
  for (let row = 0; row < table.count; row += 1) settle(table, row);
  return groupsInOrder(table).slice(0, table.counting);
}

export function groupAt<R extends RunState>(table: GroupTable<R>, row: number): GroupState<R, unknown> {
  const keys = table.keys[row] ?? [];
  const at = (which: number): number => numberOf(table, row, which);
  return {
    row,
    keys,
    values: keys.map((_, index) => table.values[row * table.width + index] ?? MISSING),
    part: at(PART),
    tallies: table.tallies,
    record: at(RECORD),
    day: at(DAY),
    theDay: at(THE_DAY),
    firstDay: at(FIRST_DAY),
    lastDay: at(LAST_DAY),
    records: at(RECORDS),
    notCharged: at(LEFT_OUT),
    undecided: at(IN_DOUBT),
    mayCharge: at(MAY_CHARGE),
    members: table.members[row] ?? [],
    used: table.used[row] ?? [],
  };
}

function addRow<R extends RunState>(
  table: GroupTable<R>,
  slot: number,
  keys: readonly KeyCode<R>[],
  values: readonly number[],
  part: number,
): number {
  if (table.count === table.capacity) {
    grow(table);
    return rowFor(table, keys, values, part);
  }
  const row = table.count++;
  table.slots[slot] = row + 1;
  table.keys.push(keys);
  for (let index = 0; index < values.length; index += 1) table.values[row * table.width + index] = values[index] ?? 0;
  const { numbers } = table;
  numbers[cellOf(row, PART)] = part;
  numbers[cellOf(row, RECORD)] = noRecord;
  numbers[cellOf(row, FIRST_DAY)] = noRecord;
  numbers[cellOf(row, LAST_DAY)] = MISSING;
  numbers[cellOf(row, MAY_CHARGE)] = YES;
  for (const none of [ORDER, CURRENT, LAST_PACK]) numbers[cellOf(row, none)] = -1;
  return row;
}

/** Room for so many more groups at once, so that no column moves while they are made. */
export function reserve<R extends RunState>(table: GroupTable<R>, more: number): void {
  while (table.capacity < table.count + more) grow(table);
}

function grow<R extends RunState>(table: GroupTable<R>): void {
  const capacity = table.capacity * 2;
  table.capacity = capacity;
  const wide = new Float64Array(capacity * table.width);
  wide.set(table.values);
  table.values = wide;
  table.numbers = grown(table.numbers, capacity * numbersOfAGroup);
  for (const cursor of table.cursors) cursor.grow(capacity);
  rehash(table);
}

function rehash<R extends RunState>(table: GroupTable<R>): void {
  table.slots = new Int32Array(table.capacity * 4);
  const mask = table.slots.length - 1;
  for (let row = 0; row < table.count; row += 1) {
    const keys = table.keys[row] ?? [];
    const values = keys.map((_, index) => table.values[row * table.width + index] ?? 0);
    let slot = hashOf(values, numberOf(table, row, PART)) & mask;
    while (table.slots[slot] !== 0) slot = (slot + 1) & mask;
    table.slots[slot] = row + 1;
  }
}

function isFor<R extends RunState>(
  table: GroupTable<R>,
  row: number,
  keys: readonly KeyCode<R>[],
  values: readonly number[],
  part: number,
): boolean {
  if (numberOf(table, row, PART) !== part || table.keys[row] !== keys) return false;
  const first = row * table.width;
  for (let index = 0; index < values.length; index += 1) {
    if (table.values[first + index] !== values[index]) return false;
  }
  return true;
}

function hashOf(values: readonly number[], part: number): number {
  let hash = part | 0;
  for (let index = 0; index < values.length; index += 1) {
    hash = Math.imul(hash ^ ((values[index] ?? 0) | 0), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  return hash;
}
