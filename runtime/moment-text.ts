// Reads moments and dates as data files write them, and says by name what is wrong with those that cannot be.
// Rule: never throws, never repairs; a moment comes out as civil time in Europe/Stockholm, to the second.

import type { Day } from "./calendar.ts";
import { NOT_PLAIN, plainDay, twoDigits } from "./plain-moment.ts";
import { civilOfInstant, firstYear, isInFold, isInGap, lastYear } from "./zone.ts";

export type MomentText =
  | {
      readonly ok: true;
      readonly day: Day;
      /** Second of the day, 0–86 399. */
      readonly seconds: number;
      /** True in the hour that exists twice in autumn. */
      readonly inFold: boolean;
      /** Seconds since 1970-01-01T00:00:00Z; null where the text has no offset. */
      readonly instant: number | null;
    }
  | { readonly ok: false; readonly reason: MomentFailure };

export type DateText = { readonly ok: true; readonly day: Day } | { readonly ok: false; readonly reason: DateFailure };

export type DateFailure =
  | "form"
  /** `20-11-02`: the century is not guessed. */
  | "two-digit-year"
  /** `2027-02-29` */
  | "no-such-date"
  /** Before 1980 or after 2100, which the table of the zone does not cover. */
  | "year-out-of-range";

export type MomentFailure =
  | DateFailure
  /** A date without a time of day. */
  | "no-time-of-day"
  /** `10:61`, `25:00`, an offset beyond 14 hours. */
  | "no-such-time"
  /** `24:00`: this day's end or the next day's start is not guessed. */
  | "hour-24"
  /** `23:59:60`: leap seconds. */
  | "second-60"
  /** A local time in the hour that is skipped in spring. */
  | "gap";

/**
 * Reads `2020-11-02T10:15:00Z`, with an offset (`+02:00`, `+0200`, `+02`), or local without one; a space may stand for
 * `T`, seconds may be left out. Fractions of a second are dropped: the resolution of the language is the second.
 */
export function momentFromText(text: string): MomentText {
  const date = dateFromText(text.slice(0, 10));
  if (!date.ok) return date;
  if (text.length === 10) return failure("no-time-of-day");
  const separator = text.charCodeAt(10);
  if (separator !== capitalT && separator !== space) return failure("form");

  const hour = twoDigits(text, 11);
  const minute = twoDigits(text, 14);
  if (hour < 0 || minute < 0 || text.charCodeAt(13) !== colon) return failure("form");
  const withSeconds = text.charCodeAt(16) === colon;
  const second = withSeconds ? twoDigits(text, 17) : 0;
  if (second < 0) return failure("form");
  const afterClock = withSeconds ? endOfFraction(text, 19) : 16;
  const offset = offsetAt(text, afterClock);
  if (offset === "form") return failure("form");

  if (hour === 24) return failure("hour-24");
  if (second === 60) return failure("second-60");
  if (hour > 24 || minute > 59 || second > 60 || offset === "no-such-time") return failure("no-such-time");
  const seconds = hour * 3600 + minute * 60 + second;
  return offset === "local" ? localMoment(date.day, seconds) : offsetMoment(date.day, seconds, offset);
}

/** Reads `2020-11-02`. */
export function dateFromText(text: string): DateText {
  const day = text.length === 10 ? plainDay(text) : NOT_PLAIN;
  return day === NOT_PLAIN ? failure(whyNoDate(text)) : { ok: true, day };
}

/**
 * True where it cannot be told in civil time which of two moments came first: both lie in the same repeated hour,
 * and the texts do not say it (no offset), or civil time would turn their order around.
 */
export function orderIsUnclear(a: MomentText & { ok: true }, b: MomentText & { ok: true }): boolean {
  if (!a.inFold || !b.inFold || a.day !== b.day) return false;
  if (a.instant === null || b.instant === null) return true;
  return Math.sign(a.instant - b.instant) !== Math.sign(a.seconds - b.seconds);
}

function whyNoDate(text: string): DateFailure {
  const written = /^(\d{4})-\d{2}-\d{2}$/.exec(text);
  if (written === null) return /^\d{2}[-/.]\d{2}[-/.]\d{2}(?!\d)/.test(text) ? "two-digit-year" : "form";
  const year = Number(written[1]);
  return year < firstYear || year > lastYear ? "year-out-of-range" : "no-such-date";
}

const hyphen = 45;
const colon = 58;
const space = 32;
const capitalT = 84;
const capitalZ = 90;
const plusSign = 43;
const greatestOffset = 14 * 3600;

function localMoment(day: Day, seconds: number): MomentText {
  if (isInGap(day, seconds)) return failure("gap");
  return { ok: true, day, seconds, inFold: isInFold(day, seconds), instant: null };
}

function offsetMoment(day: Day, seconds: number, offset: number): MomentText {
  const instant = day * 86_400 + seconds - offset;
  const civil = civilOfInstant(instant);
  if (civil === undefined) return failure("year-out-of-range");
  const inFold = isInFold(civil.day, civil.seconds);
  return { ok: true, day: civil.day, seconds: civil.seconds, inFold, instant };
}

/** Seconds ahead of UTC as written from `start` to the end of the text; `local` where nothing stands there. */
function offsetAt(text: string, start: number): number | "local" | "form" | "no-such-time" {
  if (text.length === start) return "local";
  const sign = text.charCodeAt(start);
  if (sign === capitalZ) return text.length === start + 1 ? 0 : "form";
  if (sign !== plusSign && sign !== hyphen) return "form";
  const hours = twoDigits(text, start + 1);
  const minutesAt = text.charCodeAt(start + 3) === colon ? start + 4 : start + 3;
  const minutes = text.length === start + 3 ? 0 : twoDigits(text, minutesAt);
  if (hours < 0 || minutes < 0 || text.length > minutesAt + (text.length === start + 3 ? 0 : 2)) return "form";
  const size = hours * 3600 + minutes * 60;
  if (minutes > 59 || size > greatestOffset) return "no-such-time";
  return sign === hyphen ? -size : size;
}

/** The place after `.123`; `start` where there is no fraction. A full stop without digits stays where it is. */
function endOfFraction(text: string, start: number): number {
  return start + (/^\.\d+/.exec(text.slice(start))?.[0].length ?? 0);
}

function failure<Reason extends MomentFailure>(reason: Reason): { readonly ok: false; readonly reason: Reason } {
  return { ok: false, reason };
}
