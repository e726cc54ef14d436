// Stockholm's mean rule as somebody would write it who wants nothing but these lines, four times: over the same typed
// arrays, over objects with integers, with `Date`, and with Luxon.
// Rule: each at its best, and each gives the lines and the account that Avtal gives, or the measurement fails.

import { DateTime } from "luxon";
import { MISSING, NO, NOT_KNOWN, YES } from "@avtal/runtime/columns";
import type { DrawnEpisodes } from "./episodes.ts";
import { answerOf, firstDay, months, monthTable, newSums, type Answer } from "./sums.ts";

const [noon, secondsPerDay] = [43_200, 86_400];

export function columnsByHand({ columns, at, condition, payers }: DrawnEpisodes): Answer {
  const sums = newSums(payers.length);
  const { episodes, days, counting } = sums;
  const [municipality, admission] = [at("municipality"), at("admission_notice_at")];
  const [ready, discharged, summons] = [at("ready_notice_at"), at("discharged_at"), at("sip_summons_date")];
  const column = columns.columns.get("ready_notice_at");
  const clock = column?.kind === "moment" ? column.seconds : new Int32Array(0);
  const [needed, contact] = [condition("care_contact_needed"), condition("care_contact")];
  const [sip, outpatient] = [condition("sip_needed"), condition("outpatient_unavailable")];
  const monthOf = monthTable();
  for (let record = 0; record < columns.count; record += 1) {
    const [from, to] = [ready[record] ?? 0, discharged[record] ?? 0];
    const summoned = summons[record] ?? 0;
    if (
      admission[record] === MISSING ||
      from === MISSING ||
      (needed[record] === YES && contact[record] === NO) ||
      (sip[record] === YES && (summoned === MISSING || summoned > from + 3)) ||
      outpatient[record] !== NO
    ) {
      sums.notCharged += 1;
    } else if (
      (needed[record] !== NO && contact[record] !== YES) ||
      (sip[record] === NOT_KNOWN && (summoned === MISSING || summoned > from + 3))
    ) {
      sums.undecided += 1;
    } else {
      const start = from + ((clock[record] ?? 0) > noon ? 1 : 0);
      const counted = to > start ? to - start : 0;
      const cell = (municipality[record] ?? 0) * months + (monthOf[to - firstDay] ?? 0);
      episodes[cell] = (episodes[cell] ?? 0) + 1;
      days[cell] = (days[cell] ?? 0) + counted;
      if (counted >= 1) counting[cell] = (counting[cell] ?? 0) + 1;
      sums.inRule += 1;
    }
  }
  return answerOf(sums, payers);
}

/** An episode as an object; a moment is `M`. */
export interface Episode<M> {
  readonly municipality: number;
  readonly admission: M | null;
  readonly ready: M | null;
  readonly discharged: M;
  readonly summons: M | null;
  readonly contactNeeded: boolean | null;
  readonly contact: boolean | null;
  readonly sip: boolean | null;
  readonly outpatient: boolean | null;
}

/** What an object rival asks of its moments. */
export interface Calendar<M> {
  readonly made: (day: number, seconds: number) => M;
  readonly isWithin: (summons: M, ready: M, days: number) => boolean;
  /** Days from the ready notice, or from the day after where it came after noon. */
  readonly daysCounted: (ready: M, discharged: M) => number;
  /** Months since 2022-01. */
  readonly month: (discharged: M) => number;
}

export function objectsOf<M>({ columns, at, condition }: DrawnEpisodes, made: Calendar<M>["made"]): Episode<M>[] {
  const column = columns.columns.get("ready_notice_at");
  const clock = column?.kind === "moment" ? column.seconds : new Int32Array(0);
  const moment = (code: string, record: number): M | null => {
    const day = at(code)[record] ?? 0;
    return day === MISSING ? null : made(day, code === "sip_summons_date" ? 0 : (clock[record] ?? 0));
  };
  const truth = (code: string, record: number): boolean | null => {
    const told = condition(code)[record];
    return told === NOT_KNOWN ? null : told === YES;
  };
  return Array.from({ length: columns.count }, (_, record) => ({
    municipality: at("municipality")[record] ?? 0,
    admission: moment("admission_notice_at", record),
    ready: moment("ready_notice_at", record),
    discharged: made(at("discharged_at")[record] ?? 0, clock[record] ?? 0),
    summons: moment("sip_summons_date", record),
    contactNeeded: truth("care_contact_needed", record),
    contact: truth("care_contact", record),
    sip: truth("sip_needed", record),
    outpatient: truth("outpatient_unavailable", record),
  }));
}

export function objectsByHand<M>(
  objects: readonly Episode<M>[],
  { payers }: DrawnEpisodes,
  calendar: Calendar<M>,
): Answer {
  const sums = newSums(payers.length);
  for (const episode of objects) {
    const { ready, summons, contact, contactNeeded, sip } = episode;
    const isLate = ready === null || summons === null || !calendar.isWithin(summons, ready, 3);
    if (
      episode.admission === null ||
      ready === null ||
      (contactNeeded === true && contact === false) ||
      (sip === true && isLate) ||
      episode.outpatient !== false
    ) {
      sums.notCharged += 1;
    } else if ((contactNeeded !== false && contact !== true) || (sip === null && isLate)) {
      sums.undecided += 1;
    } else {
      const counted = calendar.daysCounted(ready, episode.discharged);
      const cell = episode.municipality * months + calendar.month(episode.discharged);
      sums.episodes[cell] = (sums.episodes[cell] ?? 0) + 1;
      sums.days[cell] = (sums.days[cell] ?? 0) + counted;
      if (counted >= 1) sums.counting[cell] = (sums.counting[cell] ?? 0) + 1;
      sums.inRule += 1;
    }
  }
  return answerOf(sums, payers);
}

const monthOfDay = monthTable();

/** A moment as civil seconds since 1970. */
export const integers: Calendar<number> = {
  made: (day, seconds) => day * secondsPerDay + seconds,
  isWithin: (summons, ready, days) => Math.floor(summons / secondsPerDay) <= Math.floor(ready / secondsPerDay) + days,
  daysCounted: (ready, discharged) => {
    const start = Math.floor(ready / secondsPerDay) + (ready % secondsPerDay > noon ? 1 : 0);
    return Math.max(0, Math.floor(discharged / secondsPerDay) - start);
  },
  month: (discharged) => monthOfDay[Math.floor(discharged / secondsPerDay) - firstDay] ?? 0,
};

export const dates: Calendar<Date> = {
  made: (day, seconds) => new Date((day * secondsPerDay + seconds) * 1_000),
  isWithin: (summons, ready, days) => summons.getTime() <= midnight(ready) + days * secondsPerDay * 1_000,
  daysCounted: (ready, discharged) => {
    const clock = (ready.getUTCHours() * 60 + ready.getUTCMinutes()) * 60 + ready.getUTCSeconds();
    const apart = (midnight(discharged) - midnight(ready)) / (secondsPerDay * 1_000);
    return Math.max(0, apart - (clock > noon ? 1 : 0));
  },
  month: (discharged) => (discharged.getUTCFullYear() - 2022) * 12 + discharged.getUTCMonth(),
};

export const luxon: Calendar<DateTime> = {
  made: (day, seconds) => DateTime.fromMillis((day * secondsPerDay + seconds) * 1_000, { zone: "utc" }),
  isWithin: (summons, ready, days) => summons <= ready.startOf("day").plus({ days }),
  daysCounted: (ready, discharged) => {
    const clock = (ready.hour * 60 + ready.minute) * 60 + ready.second;
    const start = ready.startOf("day").plus({ days: clock > noon ? 1 : 0 });
    return Math.max(0, discharged.startOf("day").diff(start, "days").days);
  },
  month: (discharged) => (discharged.year - 2022) * 12 + discharged.month - 1,
};

function midnight(moment: Date): number {
  return Date.UTC(moment.getUTCFullYear(), moment.getUTCMonth(), moment.getUTCDate());
}
