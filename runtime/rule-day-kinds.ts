// Days of one rule by what holds of all its records on them: not in force, in force and how, or not to be told so easily.
// Rule: settled when a day is first met, once for all runs of the same choices; from then on it is one number in a table.

import { NO, UNKNOWN, YES } from "./columns.ts";
import { firstKept, daysKept } from "./rule-on-days.ts";
import { partOn, type RuleRun } from "./rule-run.ts";
import { NO_RECORD, type RunState } from "./run-state.ts";
import { itemOn } from "./schedule.ts";
import { grown } from "./tallies.ts";
import type { Pack } from "./used-by-a-group.ts";

/** What is the same for all records of the rule on a day. */
export interface DayKind<R extends RunState> {
  /** How many cuts lie at or before the day. */
  readonly part: number;
  readonly pack: Pack<R>;
  readonly mayCharge: number;
}

export interface DayKinds<R extends RunState> {
  /** By day from `firstTold`: a code below, or `kindsBegin` and more for the kinds in their order. */
  readonly byDay: Int32Array;
  readonly kinds: DayKind<R>[];
  /** By code of a kind: the number of its pack, where a record adds nothing to its group but that; else `NO_PACK`. */
  packs: Int32Array;
}

export const notTold = 0;
/** The rule is not in force. */
export const PASSES = 1;
/** The general way must tell: in force or not is not known, or a value may be needed that nobody knows. */
export const OPEN = 2;
export const kindsBegin = 3;
/** 1980-01-01 */
export const firstTold = firstKept;

export function dayKindsOf<R extends RunState>(state: RuleRun<R>, run: R): DayKinds<R> {
  const known = run.choices.dayKinds.get(state.rule) as DayKinds<R> | undefined;
  if (known !== undefined) return known;
  const made: DayKinds<R> = { byDay: new Int32Array(daysKept), kinds: [], packs: new Int32Array(16) };
  run.choices.dayKinds.set(state.rule, made);
  return made;
}

/** Tells a day that is met for the first time. */
export function tellDay<R extends RunState>(state: RuleRun<R>, run: R, day: number, dayKinds: DayKinds<R>): number {
  const { byDay, kinds } = dayKinds;
  const told = toldOf(state, run, day, kinds);
  const kind = kinds[told - kindsBegin];
  if (told >= dayKinds.packs.length) dayKinds.packs = grown(dayKinds.packs, told * 2);
  if (kind !== undefined) dayKinds.packs[told] = isAlone(state, kind) ? kind.pack.number : NO_PACK;
  byDay[day - firstTold] = told;
  return told;
}

/** Whether a group need only stand on the pack of a kind once, whatever its records are. */
function isAlone<R extends RunState>({ rule }: RuleRun<R>, { pack, mayCharge }: DayKind<R>): boolean {
  return mayCharge === YES && pack.elsewhere.length === 0 && rule.priceOfEach === null;
}

/** No pack has this number, nor is it what a group has before its first. */
export const NO_PACK = -2;

function toldOf<R extends RunState>({ rule, onDays }: RuleRun<R>, run: R, day: number, kinds: DayKind<R>[]): number {
  const inForce = rule.isInForce === null ? YES : rule.isInForce(run, day);
  if (inForce === NO) return PASSES;
  const mayNeed = onDays.mayNeed();
  if (inForce !== YES || (mayNeed !== null && itemOn(mayNeed, day))) return OPEN;
  const part = partOn(onDays.cuts(), day);
  const pack = itemOn(onDays.packs(), day);
  const mayCharge = rule.mayCharge === null ? YES : rule.mayCharge(run, NO_RECORD, day, UNKNOWN);
  const same = kinds.findIndex((kind) => kind.part === part && kind.pack === pack && kind.mayCharge === mayCharge);
  return kindsBegin + (same >= 0 ? same : kinds.push({ part, pack, mayCharge }) - 1);
}
