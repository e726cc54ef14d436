// The drawn episodes as plain objects with texts, as a host hands them to `evaluate(episodes)`; and the same rule by hand
// over such objects, without a check.
// Rule: both are given the same objects and read their moments from the same texts.

import { MISSING, NOT_KNOWN, UNKNOWN, YES } from "@avtal/runtime/columns";
import type { DrawnEpisodes } from "./episodes.ts";
import { answerOf, firstDay, months, monthTable, newSums, type Answer } from "./sums.ts";

/** An episode of a host: dates and moments as texts, conditions as truth values, nothing where nothing is known. */
export interface PlainEpisode {
  readonly id: string;
  readonly municipality: string;
  readonly care_type: string;
  readonly admission_notice_at: string | null;
  readonly ready_notice_at: string | null;
  readonly discharged_at: string;
  readonly sip_summons_date: string | null;
  readonly care_contact_needed: boolean | null;
  readonly care_contact: boolean | null;
  readonly sip_needed: boolean | null;
  readonly outpatient_unavailable: boolean | null;
  /** Fields of the agreement that no drawn episode has. */
  readonly placing_municipality?: undefined;
  readonly district?: undefined;
  readonly care_kind?: undefined;
  readonly hospital?: undefined;
  readonly ready_withdrawn_at?: undefined;
  readonly ready_reissued_at?: undefined;
  readonly care_plan_call_at?: undefined;
  readonly care_plan_made?: undefined;
  readonly age_at_discharge?: undefined;
}

/** As a host has them that was sent them: texts that came out of JSON. */
export function plainObjects({ columns, at, condition, payers }: DrawnEpisodes): PlainEpisode[] {
  const clock = columns.columns.get("ready_notice_at");
  const seconds = clock?.kind === "moment" ? clock.seconds : new Int32Array(0);
  const moment = (code: string, record: number): string | null => {
    const day = at(code)[record] ?? MISSING;
    return day <= UNKNOWN ? null : `${dateText(day)}T${clockText(day, seconds[record] ?? 0)}`;
  };
  const truth = (code: string, record: number): boolean | null => {
    const told = condition(code)[record];
    return told === NOT_KNOWN ? null : told === YES;
  };
  const objects = Array.from({ length: columns.count }, (_, record) => {
    const summons = at("sip_summons_date")[record] ?? MISSING;
    return {
      id: `e${record}`,
      municipality: payers[at("municipality")[record] ?? 0] ?? "",
      care_type: "somatic",
      admission_notice_at: moment("admission_notice_at", record),
      ready_notice_at: moment("ready_notice_at", record),
      discharged_at: moment("discharged_at", record) ?? "",
      sip_summons_date: summons <= UNKNOWN ? null : dateText(summons),
      care_contact_needed: truth("care_contact_needed", record),
      care_contact: truth("care_contact", record),
      sip_needed: truth("sip_needed", record),
      outpatient_unavailable: truth("outpatient_unavailable", record),
    };
  });
  return JSON.parse(JSON.stringify(objects)) as PlainEpisode[];
}

/** Some of the objects, and between them such as must be refused: each has one fault, and all have one form, as rivals are made for it. */
export function badObjects(objects: readonly PlainEpisode[]): readonly PlainEpisode[] {
  const faults: readonly object[] = [
    { id: "" },
    { id: "e1" },
    { municipality: "9999" },
    { care_type: "nobody" },
    { ready_notice_at: "2022-02-29T10:00:00" },
    { ready_notice_at: "2022-03-27T02:30:00" },
    { ready_notice_at: "2022-10-30T02:30:00", discharged_at: "2022-10-30T02:40:00" },
    { admission_notice_at: "2022-10-30T02:30:00", discharged_at: "2022-10-30T02:30:00" },
    { discharged_at: "2022-04-01T24:00:00" },
    { discharged_at: "2022-04-01T10:60:00" },
    { discharged_at: "2022-04-01" },
    { admission_notice_at: "1979-12-31T10:00:00" },
    { admission_notice_at: 20_220_401 },
    { sip_summons_date: "2022-13-01" },
    { sip_summons_date: "22-11-01" },
    { care_contact: "kanske" },
    { care_contact_needed: 1 },
    { sip_needed: "x" },
    { outpatient_unavailable: 2 },
  ];
  const whole = objects.slice(0, faults.length * 2);
  return whole.map((object, at) => (at % 2 === 1 ? { ...object, ...faults[(at - 1) / 2] } : object));
}

function dateText(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

/** Never in the night hours that the change of the clocks leaves out or repeats; noon stays where it is. */
function clockText(day: number, seconds: number): string {
  const isNight = day % 7 === sunday && seconds < 4 * 3_600;
  return new Date((seconds + (isNight ? 4 * 3_600 : 0)) * 1_000).toISOString().slice(11, 19);
}

/** 1970-01-04 was a Sunday. */
const sunday = 3;

export function plainObjectsByHand(objects: readonly PlainEpisode[], payers: readonly string[]): Answer {
  const sums = newSums(payers.length);
  const numbers = new Map(payers.map((payer, number) => [payer, number]));
  const monthOf = monthTable();
  for (const episode of objects) {
    const { care_contact_needed: needed, care_contact: contact, sip_needed: sip } = episode;
    const from = episode.ready_notice_at === null ? MISSING : dayIn(episode.ready_notice_at);
    const summons = episode.sip_summons_date === null ? MISSING : dayIn(episode.sip_summons_date);
    const isLate = summons === MISSING || summons > from + 3;
    if (
      episode.admission_notice_at === null ||
      episode.ready_notice_at === null ||
      (needed === true && contact === false) ||
      (sip === true && isLate) ||
      episode.outpatient_unavailable !== false
    ) {
      sums.notCharged += 1;
    } else if ((needed !== false && contact !== true) || (sip === null && isLate)) sums.undecided += 1;
    else {
      const to = dayIn(episode.discharged_at);
      const start = from + (isAfterNoon(episode.ready_notice_at) ? 1 : 0);
      const counted = to > start ? to - start : 0;
      const cell = (numbers.get(episode.municipality) ?? 0) * months + (monthOf[to - firstDay] ?? 0);
      sums.episodes[cell] = (sums.episodes[cell] ?? 0) + 1;
      sums.days[cell] = (sums.days[cell] ?? 0) + counted;
      if (counted >= 1) sums.counting[cell] = (sums.counting[cell] ?? 0) + 1;
      sums.inRule += 1;
    }
  }
  return answerOf(sums, payers);
}

/** Days since 1970-01-01 of the date that a text begins with. */
function dayIn(text: string): number {
  const year = digits(text, 0) * 100 + digits(text, 2);
  const month = digits(text, 5);
  const [y, m] = month > 2 ? [year, month - 3] : [year - 1, month + 9];
  return (
    y * 365 + ((y / 4) | 0) - ((y / 100) | 0) + ((y / 400) | 0) + (((153 * m + 2) / 5) | 0) + digits(text, 8) - 719_469
  );
}

function isAfterNoon(text: string): boolean {
  const hour = digits(text, 11);
  return hour > 12 || (hour === 12 && (digits(text, 14) > 0 || digits(text, 17) > 0));
}

function digits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}
