// The groups of one rule while a run goes on: what counts in each, what was left out, and which days it spans.
// Rule: records come one after another, so that what becomes of a record in a group is settled when the next one comes.

import { MISSING, YES } from "./columns.ts";
import type { KeyCode } from "./rule-code.ts";
import type { RunState } from "./run-state.ts";
import type { Pack } from "./used-by-a-group.ts";
import { both } from "./whole-numbers.ts";

export interface GroupState<R extends RunState, T> {
  readonly keys: readonly KeyCode<R>[];
  readonly values: readonly number[];
  /** How many cuts lie at or before the decision days of its records. */
  readonly part: number;
  readonly tallies: T;
  /** The first record that counts, with its decision day and the day looked at; -1 until there is one. */
  record: number;
  day: number;
  theDay: number;
  /** Earliest and latest decision day of what counts. */
  firstDay: number;
  lastDay: number;
  /** How many records count. */
  records: number;
  notCharged: number;
  undecided: number;
  /** Kleene *and* over what counts. */
  mayCharge: number;
  /** What counts, three numbers each: record, day, the day. Kept only where the price is asked of each. */
  readonly members: number[];
  /** What the records that count stand on. */
  readonly used: Pack<R>[];
  /** Place among the groups in which something counts; -1 until something does. */
  order: number;
  /** The record that was met last, and what it was, not yet settled. */
  current: number;
  standing: number;
}

export const COUNTS = 1;
export const UNDECIDED = 2;
export const NOT_CHARGED = 4;

export function newGroup<R extends RunState, T>(
  keys: readonly KeyCode<R>[],
  values: readonly number[],
  part: number,
  tallies: T,
): GroupState<R, T> {
  return {
    keys,
    values,
    part,
    tallies,
    record: -1,
    day: MISSING,
    theDay: MISSING,
    firstDay: Infinity,
    lastDay: -Infinity,
    records: 0,
    notCharged: 0,
    undecided: 0,
    mayCharge: YES,
    members: [],
    used: [],
    order: -1,
    current: -1,
    standing: 0,
  };
}

/** Notes that a record, or a day of it, counts in a group, is left out undecided, or is not charged. */
export function meet<R extends RunState, T>(group: GroupState<R, T>, record: number, standing: number): void {
  if (group.current !== record) {
    settle(group);
    group.current = record;
  }
  group.standing |= standing;
}

/** A record of which anything counts counts; else it is undecided as soon as a day of it is. */
export function settle<R extends RunState, T>(group: GroupState<R, T>): void {
  if ((group.standing & COUNTS) !== 0) group.records += 1;
  else if ((group.standing & UNDECIDED) !== 0) group.undecided += 1;
  else if ((group.standing & NOT_CHARGED) !== 0) group.notCharged += 1;
  group.standing = 0;
}

export function addMember<R extends RunState, T>(
  group: GroupState<R, T>,
  record: number,
  day: number,
  theDay: number,
): void {
  if (group.record < 0) {
    group.record = record;
    group.day = day;
    group.theDay = theDay;
  }
  if (day < group.firstDay) group.firstDay = day;
  if (day > group.lastDay) group.lastDay = day;
}

export function allow<R extends RunState, T>(group: GroupState<R, T>, mayCharge: number): void {
  group.mayCharge = both(group.mayCharge, mayCharge);
}

/** The value of a key by its name; missing where the group has no such key. */
export function keyNamed<R extends RunState, T>(group: GroupState<R, T>, name: string): number {
  const place = group.keys.findIndex((key) => key.name === name);
  return group.values[place] ?? MISSING;
}

/** Groups by keys and part. */
export interface GroupTable<R extends RunState, T> {
  readonly find: (
    record: number,
    keys: readonly KeyCode<R>[],
    values: readonly number[],
    part: number,
  ) => GroupState<R, T>;
  readonly all: () => readonly GroupState<R, T>[];
}

export function groupTable<R extends RunState, T>(newTallies: () => T): GroupTable<R, T> {
  const groups: GroupState<R, T>[] = [];
  const trees = new Map<readonly KeyCode<R>[], Branch<GroupState<R, T>>>();
  let ofRecord: GroupState<R, T>[] = [];
  let current = -1;

  const made = (keys: readonly KeyCode<R>[], values: readonly number[], part: number): GroupState<R, T> => {
    const group = newGroup(keys, [...values], part, newTallies());
    groups.push(group);
    return group;
  };
  /** A group that holds one record is among the few that this record has met. */
  const findOfRecord: GroupTable<R, T>["find"] = (record, keys, values, part) => {
    if (record !== current) {
      ofRecord = [];
      current = record;
    }
    const found = ofRecord.find((group) => isFor(group, keys, values, part));
    if (found !== undefined) return found;
    const group = made(keys, values, part);
    ofRecord.push(group);
    return group;
  };
  const findAmongAll: GroupTable<R, T>["find"] = (_record, keys, values, part) => {
    let branch = trees.get(keys);
    if (branch === undefined) trees.set(keys, (branch = newBranch()));
    for (let index = 0; index < values.length; index += 1) branch = branchOf(branch, values[index] ?? 0);
    branch = branchOf(branch, part);
    branch.leaf ??= made(keys, values, part);
    return branch.leaf;
  };
  const ofEpisode = new Map<readonly KeyCode<R>[], boolean>();
  return {
    find: (record, keys, values, part) => {
      let isOfRecord = ofEpisode.get(keys);
      if (isOfRecord === undefined) {
        isOfRecord = keys.some((key) => key.role === "episode");
        ofEpisode.set(keys, isOfRecord);
      }
      return isOfRecord ? findOfRecord(record, keys, values, part) : findAmongAll(record, keys, values, part);
    },
    all: () => groups,
  };
}

/** Groups by the next key: small numbers, as those of payers are, in a list, others in a map. */
interface Branch<G> {
  readonly near: (Branch<G> | undefined)[];
  readonly far: Map<number, Branch<G>>;
  leaf: G | undefined;
}

const greatestNear = 1_024;

function newBranch<G>(): Branch<G> {
  return { near: [], far: new Map(), leaf: undefined };
}

function branchOf<G>(branch: Branch<G>, value: number): Branch<G> {
  if (value >= 0 && value < greatestNear) {
    const near = branch.near[value];
    if (near !== undefined) return near;
    while (branch.near.length <= value) branch.near.push(undefined);
    return (branch.near[value] = newBranch());
  }
  const far = branch.far.get(value);
  if (far !== undefined) return far;
  const next = newBranch<G>();
  branch.far.set(value, next);
  return next;
}

function isFor<R extends RunState, T>(
  group: GroupState<R, T>,
  keys: readonly KeyCode<R>[],
  values: readonly number[],
  part: number,
): boolean {
  if (group.part !== part || group.keys !== keys) return false;
  for (let index = 0; index < values.length; index += 1) if (group.values[index] !== values[index]) return false;
  return true;
}
