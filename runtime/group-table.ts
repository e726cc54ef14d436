// The groups of one rule while a run goes on, one row each in columns of numbers: what counts, what was left out, days.
// Rule: a record only touches a few neighbouring numbers of its group, however many groups there are; all that a rule says
// of one record comes at once, so what becomes of it in a group is settled when the next one comes.

import { MISSING, YES } from "./columns.ts";
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
  parts: Int32Array;
  /** Row + 1 by the hash of keys and part; 0 is free. */
  slots: Int32Array;
  /** The first record that counts, `noRecord` until there is one, with its decision day and the day looked at. */
  record: Int32Array;
  day: Int32Array;
  theDay: Int32Array;
  /** Earliest and latest decision day of what counts. */
  firstDay: Int32Array;
  lastDay: Int32Array;
  records: Int32Array;
  notCharged: Int32Array;
  undecided: Int32Array;
  mayCharge: Int32Array;
  /** How many groups something counted in before this one; -1 until something does. */
  order: Int32Array;
  counting: number;
  /** The record that was met last, and what it was, not yet settled. */
  current: Int32Array;
  standing: Uint8Array;
  /** What the group stands on, and the number of the pack that was added last. */
  readonly used: Pack<R>[][];
  lastPack: Int32Array;
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
    parts: new Int32Array(capacity),
    slots: new Int32Array(capacity * 4),
    record: new Int32Array(capacity),
    day: new Int32Array(capacity),
    theDay: new Int32Array(capacity),
    firstDay: new Int32Array(capacity),
    lastDay: new Int32Array(capacity),
    records: new Int32Array(capacity),
    notCharged: new Int32Array(capacity),
    undecided: new Int32Array(capacity),
    mayCharge: new Int32Array(capacity),
    order: new Int32Array(capacity),
    counting: 0,
    current: new Int32Array(capacity),
    standing: new Uint8Array(capacity),
    used: [],
    lastPack: new Int32Array(capacity),
    members: [],
    tallies,
    cursors: cursorsOf(tallies),
  };
  for (const cursor of table.cursors) cursor.grow(capacity);
  return table;
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
  if (table.current[row] !== record) {
    settle(table, row);
    table.current[row] = record;
  }
  table.standing[row] = (table.standing[row] ?? 0) | standing;
}

/** A record of which anything counts counts; else it is undecided as soon as a day of it is. */
export function settle<R extends RunState>(table: GroupTable<R>, row: number): void {
  const standing = table.standing[row] ?? 0;
  if (standing === 0) return;
  const column =
    (standing & COUNTS) !== 0 ? table.records : (standing & UNDECIDED) !== 0 ? table.undecided : table.notCharged;
  column[row] = (column[row] ?? 0) + 1;
  table.standing[row] = 0;
}

/** A record, or a day of it, that counts; records may come in any order. */
export function addMember<R extends RunState>(
  table: GroupTable<R>,
  row: number,
  record: number,
  day: number,
  theDay: number,
): void {
  if (record < (table.record[row] ?? 0)) addFirst(table, row, record, day, theDay);
  if (day < (table.firstDay[row] ?? 0)) table.firstDay[row] = day;
  if (day > (table.lastDay[row] ?? 0)) table.lastDay[row] = day;
}

function addFirst<R extends RunState>(
  table: GroupTable<R>,
  row: number,
  record: number,
  day: number,
  theDay: number,
): void {
  if ((table.order[row] ?? -1) < 0) table.order[row] = table.counting++;
  table.record[row] = record;
  table.day[row] = day;
  table.theDay[row] = theDay;
}

/** After every record. */
export const noRecord = 2_147_483_647;

export function allow<R extends RunState>(table: GroupTable<R>, row: number, mayCharge: number): void {
  table.mayCharge[row] = both(table.mayCharge[row] ?? YES, mayCharge);
}

/** Turns the tallies to a group, for what is added next or read next. */
export function turnTo<R extends RunState>({ cursors }: GroupTable<R>, row: number): void {
  for (let index = 0; index < cursors.length; index += 1) {
    const cursor = cursors[index];
    if (cursor !== undefined) cursor.at = row;
  }
}

/** The rows: first those in which something counts, by the first record that does, then the others. */
export function groupsInOrder<R extends RunState>({ count, order, record }: GroupTable<R>): number[] {
  const rows = Array.from({ length: count }, (_, row) => row);
  return rows.sort((a, b) => (record[a] ?? 0) - (record[b] ?? 0) || (order[a] ?? -1) - (order[b] ?? -1) || a - b);
}

/** The rows of groups in which something counts, by the first record that does; what was met last is settled. */
export function rowsThatCount<R extends RunState>(table: GroupTable<R>): readonly number[] {
  for (let row = 0; row < table.count; row += 1) settle(table, row);
  return groupsInOrder(table).slice(0, table.counting);
}

export function groupAt<R extends RunState>(table: GroupTable<R>, row: number): GroupState<R, unknown> {
  const keys = table.keys[row] ?? [];
  const at = (column: Int32Array): number => column[row] ?? MISSING;
  return {
    row,
    keys,
    values: keys.map((_, index) => table.values[row * table.width + index] ?? MISSING),
    part: at(table.parts),
    tallies: table.tallies,
    record: at(table.record),
    day: at(table.day),
    theDay: at(table.theDay),
    firstDay: at(table.firstDay),
    lastDay: at(table.lastDay),
    records: at(table.records),
    notCharged: at(table.notCharged),
    undecided: at(table.undecided),
    mayCharge: at(table.mayCharge),
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
  table.parts[row] = part;
  table.record[row] = noRecord;
  table.firstDay[row] = noRecord;
  table.lastDay[row] = MISSING;
  table.order[row] = -1;
  table.current[row] = -1;
  table.lastPack[row] = -1;
  table.mayCharge[row] = YES;
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
  table.parts = grown(table.parts, capacity);
  table.record = grown(table.record, capacity);
  table.day = grown(table.day, capacity);
  table.theDay = grown(table.theDay, capacity);
  table.firstDay = grown(table.firstDay, capacity);
  table.lastDay = grown(table.lastDay, capacity);
  table.records = grown(table.records, capacity);
  table.notCharged = grown(table.notCharged, capacity);
  table.undecided = grown(table.undecided, capacity);
  table.mayCharge = grown(table.mayCharge, capacity);
  table.order = grown(table.order, capacity);
  table.current = grown(table.current, capacity);
  table.lastPack = grown(table.lastPack, capacity);
  const standing = new Uint8Array(capacity);
  standing.set(table.standing);
  table.standing = standing;
  for (const cursor of table.cursors) cursor.grow(capacity);
  rehash(table);
}

function rehash<R extends RunState>(table: GroupTable<R>): void {
  table.slots = new Int32Array(table.capacity * 4);
  const mask = table.slots.length - 1;
  for (let row = 0; row < table.count; row += 1) {
    const keys = table.keys[row] ?? [];
    const values = keys.map((_, index) => table.values[row * table.width + index] ?? 0);
    let slot = hashOf(values, table.parts[row] ?? 0) & mask;
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
  if (table.parts[row] !== part || table.keys[row] !== keys) return false;
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
