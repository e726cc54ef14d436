// What kernels do beside asking conditions: kinds of days, rows of groups, and what is met for the first time.
// Rule: what is done for every record is a few sums over columns; what is done once in a while settles something and gives
// back the record, which is then asked again from the start, so that nothing stands between a kernel's loop and its columns.

import { UNKNOWN, YES } from "./columns.ts";
import { addMember, allow, reserve, rowFor } from "./group-table.ts";
import type { PlainRule } from "./plain-rule.ts";
import type { KeyCode } from "./rule-code.ts";
import { firstTold, kindsBegin, notTold, OPEN, PASSES, tellDay } from "./rule-day-kinds.ts";
import { noChargeReason, reasonFor } from "./rule-run.ts";
import type { RunState } from "./run-state.ts";
import { grown } from "./tallies.ts";
import { collectUsed } from "./used-by-a-group.ts";

/**
 * So many that starting a kernel costs nothing, so few that their facts are still at hand for the next one. Each of so many
 * records in a row has a verdict of its own.
 */
export const recordsAtHand = 4_096;

export const lastPlace = recordsAtHand - 1;

/** The place of a record among the verdicts. */
export function placeOf(record: number): number {
  return record & lastPlace;
}

/** What holds of every record of the rule on a day: `notTold`, `PASSES`, `OPEN`, or the number of a kind of day. */
export function kindIn(byDay: Int32Array, day: number): number {
  const place = day - firstTold;
  return place >= 0 && place < byDay.length ? (byDay[place] ?? OPEN) : OPEN;
}

/** Tells the kind of a day that a record was the first to have. */
export function kindTold<R extends RunState, T>(rule: PlainRule<R, T>, record: number, day: number): number {
  tellDay(rule.state, rule.run, day, rule.dayKinds);
  return record;
}

/** The kind of a day, told where it is not. */
function kindOfDay<R extends RunState, T>(rule: PlainRule<R, T>, day: number): number {
  const told = kindIn(rule.dayKinds.byDay, day);
  return told === notTold ? tellDay(rule.state, rule.run, day, rule.dayKinds) : told;
}

/** Whether a rule by the day is out of force on a day. */
export function isOutOfForceOn<R extends RunState, T>(rule: PlainRule<R, T>, day: number): boolean {
  return kindOfDay(rule, day) === PASSES;
}

/** Whether a rule by the day is out of force on the days of a span and on its ends, so that it says nothing of it. */
export function isOutOfForce<R extends RunState, T>(rule: PlainRule<R, T>, from: number, to: number): boolean {
  if (from <= UNKNOWN || to <= UNKNOWN) return false;
  for (let day = Math.min(from, to); day <= to; day += 1) if (kindOfDay(rule, day) !== PASSES) return false;
  return true;
}

/**
 * Rows of groups by two keys, such as a payer and a month, and kind of day: a number for each in a table, as far as the
 * keys lie close enough together. The first number is where the second keys begin; then the second is not 0. The table is
 * longer once a record has met another kind of day, and is asked for again then.
 */
export function rowsByKeys<R extends RunState, T>({ run, tables }: PlainRule<R, T>, alternative: number): Int32Array {
  const length = run.columns.count <= recordsAtHand ? headOfTable : headOfTable + (1 << bitsOfKind);
  return (tables[alternative] ??= new Int32Array(length));
}

/** Gives the next kind of day a part of the table, as far as there is one for it: most rules meet one kind. */
function withRoomFor({ tables }: { readonly tables: Int32Array[] }, alternative: number, kind: number): void {
  const table = tables[alternative];
  const wanted = headOfTable + ((kind - kindsBegin + 1) << bitsOfKind);
  const isTable = table !== undefined && table.length > headOfTable;
  if (isTable && wanted > table.length && kind < kindsBegin + kindsInTable) tables[alternative] = grown(table, wanted);
}

export const headOfTable = 2;
const kindsInTable = 4;
export const bitsOfKind = 17;
export const bitsOfSecond = 7;
export const firstsInTable = 1 << (bitsOfKind - bitsOfSecond);
export const secondsInTable = 1 << bitsOfSecond;

/** The same for keys that lie further apart, four numbers each by a hash of the keys: both keys, kind of day, row. */
export function latelyMet<R extends RunState, T>({ lately }: PlainRule<R, T>, alternative: number): Int32Array {
  return (lately[alternative] ??= new Int32Array(slots * numbersOfASlot));
}

const slots = 4_096;
const numbersOfASlot = 4;

/** The group was not met yet, or not lately. */
export const NOT_MET = -2;

/** The row of a group; -1 where a key is absent. */
export function rowMet(table: Int32Array, lately: Int32Array, first: number, second: number, kind: number): number {
  const cell = cellOf(table, first, second, kind);
  return cell > 0 ? (table[cell] ?? 0) + NOT_MET : rowAmong(lately, first, second, kind);
}

/** 0 where the table has no place for the keys. */
function cellOf(table: Int32Array, first: number, second: number, kind: number): number {
  const beside = second - (table[0] ?? 0);
  if (first < 0 || first >= firstsInTable || beside < 0 || beside >= secondsInTable) return 0;
  const cell = cellAt(kind, first, beside);
  return cell < table.length ? cell : 0;
}

/** The place of a row in the table; `beside` is how far the second key lies from where the second keys begin. */
export function cellAt(kind: number, first: number, beside: number): number {
  return headOfTable + ((kind - kindsBegin) << bitsOfKind) + (first << bitsOfSecond) + beside;
}

function rowAmong(lately: Int32Array, first: number, second: number, kind: number): number {
  const slot = slotOf(lately, first, second);
  const isMet = lately[slot] === first && lately[slot + 1] === second && lately[slot + 2] === kind;
  return isMet ? (lately[slot + 3] ?? NOT_MET) : NOT_MET;
}

function slotOf(lately: Int32Array, first: number, second: number): number {
  return ((Math.imul(first, 509) + second) * numbersOfASlot) & (lately.length - 1);
}

/** Finds or makes a group with one key, or with two, which a record was the first to be met in. */
export function rowFound<R extends RunState, T>(
  rule: PlainRule<R, T>,
  record: number,
  alternative: number,
  keys: readonly KeyCode<R>[],
  kind: number,
  first: number,
  second: number,
): number {
  withRoomFor(rule, alternative, kind);
  const table = rowsByKeys(rule, alternative);
  const row = rowOfMany(rule, keys, keys.length === 1 ? [first] : [first, second], kind);
  if (table[1] === 0 && second > UNKNOWN) {
    table[0] = second - secondsInTable / 2;
    table[1] = 1;
  }
  const cell = cellOf(table, first, second, kind);
  if (cell > 0) {
    table[cell] = row - NOT_MET;
    return record;
  }
  const lately = latelyMet(rule, alternative);
  const slot = slotOf(lately, first, second);
  lately[slot] = first;
  lately[slot + 1] = second;
  lately[slot + 2] = kind;
  lately[slot + 3] = row;
  return record;
}

/** The row of a group with any number of keys; -1 where one is absent. */
export function rowOfMany<R extends RunState, T>(
  { groups, state, dayKinds }: PlainRule<R, T>,
  keys: readonly KeyCode<R>[],
  given: readonly number[],
  kind: number,
): number {
  const { values } = state;
  values.length = given.length;
  for (let index = 0; index < given.length; index += 1) {
    const value = given[index] ?? UNKNOWN;
    if (value <= UNKNOWN) return -1;
    values[index] = value;
  }
  return rowFor(groups, keys, values, dayKinds.kinds[kind - kindsBegin]?.part ?? 0);
}

/** Room for a group of each of so many records, so that no column moves while they are asked. */
export function makeRoom<R extends RunState, T>({ groups }: PlainRule<R, T>, records: number): void {
  reserve(groups, records);
}

/** One more in a column of counts. */
export function addOneTo(column: Int32Array, row: number): void {
  column[row] = (column[row] ?? 0) + 1;
}

/**
 * What a line stands on, and what is kept of each record. The first record of a group on days of a kind may be the first
 * of all, and tells what the group stands on: it is given back, to be asked again.
 */
export function noteRecord<R extends RunState, T>(
  { groups, state, run, dayKinds }: PlainRule<R, T>,
  record: number,
  row: number,
  day: number,
  kind: number,
): number {
  const mayCharge = dayKinds.kinds[kind - kindsBegin]?.mayCharge ?? YES;
  addMember(groups, row, record, day, UNKNOWN);
  collectUsed(state.onDays.packs(), run, record, day, UNKNOWN, groups, row);
  if (mayCharge !== YES) allow(groups, row, mayCharge);
  if (state.rule.priceOfEach !== null) (groups.members[row] ??= []).push(record, day, UNKNOWN);
  return record;
}

/** The first record of a group of a statistic, which has no lines and is in nobody's account. */
export function firstAside<R extends RunState, T>(
  { groups }: PlainRule<R, T>,
  record: number,
  row: number,
  day: number,
): number {
  addMember(groups, row, record, day, UNKNOWN);
  return record;
}

/** What is said of the line of this number, which a record was the first to be refused by. */
export function reasonFound<R extends RunState, T>(
  rule: PlainRule<R, T>,
  record: number,
  line: number,
  day: number,
): number {
  rule.reasons[line] = reasonFor(rule.state, rule.run, { record, day, theDay: UNKNOWN });
  rule.refused[line] = 0;
  return record;
}

/** What a rule that charges nothing says of the first record that it takes. */
export function noChargeFound<R extends RunState, T>(rule: PlainRule<R, T>, record: number): number {
  rule.reasons[0] = noChargeReason(rule.state);
  rule.refused[0] = 0;
  return record;
}
