// Moments into civil time in the document's zone: days and seconds of the day.
// Rule: a moment in the hour that exists twice is kept with its instant, so that a doubtful order is refused later;
// a column says either local times or times with offset, so that a lost offset is seen.

import type { Field } from "@avtal/compiler/ir/ir";
import type { MomentColumn } from "@avtal/runtime/columns";
import { dateFromText, momentFromText, type MomentText } from "@avtal/runtime/moment-text";
import { unreadableMoment } from "../../problems/unreadable-moment.ts";
import { cellText, type Cell } from "../raw-text.ts";
import { grown, picked, sentinelOf, type ColumnBuilder, type Places } from "./column-builder.ts";

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
      const local = plainLocalMoment(cell, days, seconds, at);
      if (local) {
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
      return { kind: "moment", days: picked(days, places), seconds: picked(seconds, places) };
    },
  };
}

/**
 * Takes `2022-03-01T10:15` and `2022-03-01 10:15:00` in place, because nearly every cell is such a one. False for
 * anything else, and for the hour in which the clock may be changed: that is `momentFromText`'s to say.
 */
function plainLocalMoment({ text, start, end }: Cell, days: Int32Array, seconds: Int32Array, at: number): boolean {
  const length = end - start;
  if (length !== 16 && length !== 19) return false;
  const separator = text.charCodeAt(start + 10);
  const hour = twoDigits(text, start + 11);
  const minute = twoDigits(text, start + 14);
  const second = length === 16 ? 0 : twoDigits(text, start + 17);
  const isClock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  const hasSigns = text.charCodeAt(start + 13) === colon && (length === 16 || text.charCodeAt(start + 16) === colon);
  if (!isClock || !hasSigns || hour === hourOfChange || (separator !== capitalT && separator !== space)) return false;
  const day = plainDay(text, start);
  if (day === undefined) return false;
  days[at] = day;
  seconds[at] = hour * 3600 + minute * 60 + second;
  return true;
}

const colon = 58;
const space = 32;
const capitalT = 84;
const hourOfChange = 2;

/** Day numbers by `YYMMDD` of 1900–2099 as `dateFromText` gives them; 0 where not asked yet. */
const knownDays = new Int32Array(2 * 1_000_000);

function plainDay(text: string, start: number): number | undefined {
  const century = twoDigits(text, start) - 19;
  const [year, month, day] = [twoDigits(text, start + 2), twoDigits(text, start + 5), twoDigits(text, start + 8)];
  const hyphens = text.charCodeAt(start + 4) === hyphen && text.charCodeAt(start + 7) === hyphen;
  if (!hyphens || century < 0 || century > 1 || year < 0 || month < 0 || day < 0) return undefined;
  const key = century * 1_000_000 + year * 10_000 + month * 100 + day;
  const known = knownDays[key] ?? 0;
  if (known !== 0) return known;
  const date = dateFromText(text.slice(start, start + 10));
  if (!date.ok) return undefined;
  knownDays[key] = date.day;
  return date.day;
}

const hyphen = 45;

/** The number at a place, or −1 where two digits do not stand there. */
function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}
