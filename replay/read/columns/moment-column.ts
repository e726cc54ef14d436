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
import type { PlainCells } from "./plain-cells.ts";
import { plainDay } from "./plain-day.ts";
import { wordsOfMany } from "./words.ts";

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
  const wordsFor = wordsOfMany();
  let days = new Int32Array(0);
  let seconds = new Int32Array(0);
  return {
    kind: "moment",
    field,
    inFold,
    firstRow,
    days: () => days,
    seconds: () => seconds,
    restart: () => inFold.clear(),
    put(cell, at) {
      const words = wordsFor(cell.bytes);
      const clock = plainClock(words, cell.start, cell.end - cell.start);
      const day = clock < 0 ? 0 : plainDay(words, cell.start);
      if (day !== 0 && !isChanged(day, clock)) {
        firstRow.local ??= cell.row;
        if (inFold.size > 0) inFold.delete(at);
        days[at] = day;
        seconds[at] = clock;
        return undefined;
      }
      const text = cellText(cell);
      const moment = momentFromText(text);
      if (!moment.ok) return unreadableMoment(text, moment.reason);
      if (moment.instant !== null) firstRow.offset ??= cell.row;
      else firstRow.local ??= cell.row;
      if (moment.inFold) inFold.set(at, moment);
      else if (inFold.size > 0) inFold.delete(at);
      days[at] = moment.day;
      seconds[at] = moment.seconds;
      return undefined;
    },
    usualLength: lengthWithoutSeconds,
    putCells(cells, run) {
      // Only the record that a refused row left can be known to lie in a repeated hour.
      if (inFold.size > 0) inFold.delete(run.at);
      return cellsInto(days, seconds, { cells, run, empty, isFirst: firstRow.local === undefined });
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

/** The same from cells. The first of its sort is told with its row, which only `put` knows. */
function cellsInto(
  days: Int32Array,
  seconds: Int32Array,
  { cells, run, empty, isFirst }: { cells: PlainCells; run: Run; empty: number; isFirst: boolean },
): number {
  const { words, starts, step } = cells;
  let slot = run.from * step + cells.column;
  for (let index = run.from, to = run.at; index < run.until; index++, to++, slot += step) {
    const start = starts[slot] ?? 0;
    const length = (starts[slot + 1] ?? 0) - 1 - start;
    if (length === 0) {
      days[to] = empty;
      seconds[to] = 0;
      continue;
    }
    const clock = isFirst ? -1 : plainClock(words, start, length);
    const day = clock < 0 ? 0 : plainDay(words, start);
    if (day === 0 || isChanged(day, clock)) return index;
    days[to] = day;
    seconds[to] = clock;
  }
  return run.until;
}

/** Seconds of the day in `2022-03-01T10:15` or `2022-03-01 10:15:00`, whose date is not looked at; −1 for anything else. */
function plainClock(words: DataView, start: number, length: number): number {
  if (length !== lengthWithSeconds && length !== lengthWithoutSeconds) return -1;
  const separator = words.getUint8(start + 10);
  const tens = words.getUint8(start + 11) - 48;
  // Digits as in `plainDay`; ten is added to tens, which are five at most.
  const minutes = words.getInt32(start + 12, true) ^ zerosAndColon;
  const rest = length === lengthWithSeconds ? words.getInt32(start + 15, true) ^ zerosAndColon : 0;
  const wrong = (minutes | rest | (minutes + 0x060a_0006) | (rest + 0x060a_0006)) & ~0x0f0f_000f;
  const hour = tens * 10 + (minutes & 15);
  if (wrong !== 0 || tens < 0 || hour > 23 || (separator !== capitalT && separator !== space)) return -1;
  return hour * 3600 + clockOf(minutes) * 60 + clockOf(rest);
}

/** What the two upper bytes of a word say as digits. */
function clockOf(word: number): number {
  return ((word >> 16) & 15) * 10 + (word >> 24);
}

const lengthWithSeconds = 19;
const lengthWithoutSeconds = 16;
/** `0:00` */
const zerosAndColon = 0x3030_3a30;

/** Whether a time is skipped or comes twice, as only the hour from 02:00 can. */
function isChanged(day: number, clock: number): boolean {
  return clock >= 7_200 && clock < 10_800 && (isInGap(day, clock) || isInFold(day, clock));
}

const secondsOfDay = 86_400;
const space = 32;
const capitalT = 84;
