// Moments into civil time in the document's zone: days and seconds of the day.
// Rule: a moment in the hour that exists twice is kept with its instant, so that a doubtful order is refused later;
// a column says either local times or times with offset, so that a lost offset is seen.

import type { Field } from "@avtal/compiler/ir/ir";
import type { MomentColumn } from "@avtal/runtime/columns";
import { momentFromText, type MomentText } from "@avtal/runtime/moment-text";
import { isInFold, isInGap } from "@avtal/runtime/zone";
import { unreadableMoment } from "../../problems/unreadable-moment.ts";
import { cellText } from "../cell.ts";
import { gather, grown, NO_MOMENT, sentinelOf, type ColumnBuilder, type Places, type Run } from "./column-builder.ts";
import { plainDay, twoDigits } from "./plain-day.ts";

export type ReadMoment = MomentText & { readonly ok: true };

export interface MomentBuilder extends ColumnBuilder {
  readonly kind: "moment";
  readonly days: () => Int32Array;
  readonly seconds: () => Int32Array;
  /** The moments in a repeated hour, by record. */
  readonly inFold: ReadonlyMap<number, ReadMoment>;
  /** First row with a time of each sort; undefined where none was met. */
  readonly firstRow: { local: number | undefined; offset: number | undefined };
}

export function momentBuilder(field: Field): MomentBuilder {
  const empty = sentinelOf(field);
  const inFold = new Map<number, ReadMoment>();
  const firstRow: MomentBuilder["firstRow"] = { local: undefined, offset: undefined };
  let days = new Int32Array(0);
  let seconds = new Int32Array(0);
  return {
    kind: "moment",
    field,
    inFold,
    firstRow,
    days: () => days,
    seconds: () => seconds,
    put(cell, at) {
      if (plainLocalMoment(cell.bytes, cell.start, days, seconds, at) === cell.end) {
        firstRow.local ??= cell.row;
        if (inFold.size > 0) inFold.delete(at);
        return undefined;
      }
      const text = cellText(cell);
      const moment = momentFromText(text);
      if (!moment.ok) return unreadableMoment(text, moment.reason);
      if (moment.hasOffset) firstRow.offset ??= cell.row;
      else firstRow.local ??= cell.row;
      if (moment.inFold) inFold.set(at, moment);
      else if (inFold.size > 0) inFold.delete(at);
      days[at] = moment.day;
      seconds[at] = moment.seconds;
      return undefined;
    },
    putPlain(bytes, start, at) {
      // The first of its sort is told with its row, which only `put` knows.
      if (firstRow.local === undefined) return -1;
      const end = plainLocalMoment(bytes, start, days, seconds, at);
      if (end >= 0 && inFold.size > 0) inFold.delete(at);
      return end;
    },
    putSeconds(halves, run) {
      // Only the record that a refused row left can be known to lie in a repeated hour.
      if (inFold.size > 0) inFold.delete(run.at);
      return secondsInto(days, seconds, { halves, run, empty, isFirst: firstRow.local === undefined });
    },
    putEmpty(at) {
      if (inFold.size > 0) inFold.delete(at);
      days[at] = empty;
      seconds[at] = 0;
    },
    reserve(capacity) {
      days = grown(days, new Int32Array(capacity));
      seconds = grown(seconds, new Int32Array(capacity));
    },
    column(places: Places): MomentColumn {
      const count = gather(days, places);
      return { kind: "moment", days: days.subarray(0, count), seconds: seconds.subarray(0, gather(seconds, places)) };
    },
  };
}

/** Fills days and clocks from seconds up to one that the text has to say; any where the first of its sort is looked for. */
function secondsInto(
  days: Int32Array,
  seconds: Int32Array,
  { halves, run, empty, isFirst }: { halves: Uint32Array; run: Run; empty: number; isFirst: boolean },
): number {
  for (let index = run.from, to = run.at; index < run.until; index++, to++) {
    const upper = halves[index * 2 + 1];
    if (upper === NO_MOMENT) {
      days[to] = empty;
      seconds[to] = 0;
      continue;
    }
    const low = halves[index * 2] ?? 0;
    const day = Math.trunc(low / secondsOfDay);
    const clock = low - day * secondsOfDay;
    if (upper !== 0 || isFirst || isChanged(day, clock)) return index;
    days[to] = day;
    seconds[to] = clock;
  }
  return run.until;
}

/**
 * Takes `2022-03-01T10:15` and `2022-03-01 10:15:00` in place, because nearly every cell is such a one: the place behind
 * it. −1 for anything else, and for an hour that is skipped or comes twice: that is `momentFromText`'s to say.
 */
function plainLocalMoment(bytes: Uint8Array, start: number, days: Int32Array, seconds: Int32Array, at: number): number {
  const day = plainDay(bytes, start);
  const separator = bytes[start + 10];
  if (day === undefined || bytes[start + 13] !== colon || (separator !== capitalT && separator !== space)) return -1;
  const hasSeconds = bytes[start + 16] === colon;
  const hour = twoDigits(bytes, start + 11);
  const minute = twoDigits(bytes, start + 14);
  const second = hasSeconds ? twoDigits(bytes, start + 17) : 0;
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return -1;
  const clock = hour * 3600 + minute * 60 + second;
  if (isChanged(day, clock)) return -1;
  days[at] = day;
  seconds[at] = clock;
  return start + (hasSeconds ? 19 : 16);
}

/** Whether a time is skipped or comes twice, as only the hour from 02:00 can. */
function isChanged(day: number, clock: number): boolean {
  return clock >= 7_200 && clock < 10_800 && (isInGap(day, clock) || isInFold(day, clock));
}

const secondsOfDay = 86_400;
const colon = 58;
const space = 32;
const capitalT = 84;
