// One plausible care episode that ends on a given day: what the messages between hospital and municipality looked like.
// Rule: nothing in it is about a person; moments are Swedish local time, and none falls in the hour that is skipped.

import { dateText, dayOfWeek, firstDayOfMonth, monthIndex, type Day } from "@avtal/runtime/calendar";
import { isInGap } from "@avtal/runtime/zone";
import type { SampleMunicipality, SamplePayers } from "./payers.ts";
import type { Random } from "./random.ts";

export interface SampleEpisode {
  readonly admittedOn: Day;
  readonly dischargedOn: Day;
  /** Texts by column name; a column that is not here is empty. */
  readonly cells: Readonly<Record<string, string>>;
}

const noon = 12 * 3600;
/** 2018-03-01: from then on no agreement here looks at the older statute's messages. */
const afterOlderStatute = 17_591;

export function sampleEpisode(random: Random, payers: SamplePayers, dischargedOn: Day): SampleEpisode {
  const at = random.weighted(payers.weights);
  const municipality = payers.municipalities[at] ?? payers.municipalities[0];
  const isPsychiatric = random.perMille(90);
  const readyDays = readyDaysOf(random, at, isPsychiatric);
  const readyOn = dischargedOn - readyDays;
  const admittedOn = readyOn - random.between(2, isPsychiatric ? 40 : 14);
  const admitted = random.between(0, 86_399);
  const ready = readyDays === 0 ? random.between(8 * 3600, 11 * 3600) : noticeTime(random, readyOn);
  const wasNotified = !random.perMille(30);
  const sipNeeded = answer(random, 550, 400);
  const cells = {
    municipality: municipality.code,
    placing_municipality: random.perMille(15) ? random.oneOf(payers.municipalities).code : "",
    district: districtOn(random, municipality, dischargedOn),
    care_type: isPsychiatric ? "psychiatric" : "somatic",
    care_kind: isPsychiatric ? "psychiatric" : random.oneOf(["acute", "acute", "geriatric", "long_term"]),
    hospital: random.oneOf(municipality.hospitals),
    admitted_at: moment(admittedOn, admitted),
    admission_notice_at: random.perMille(20) ? "" : moment(admittedOn + 1, random.between(7 * 3600, 16 * 3600)),
    stay_estimate_at: random.perMille(35) ? "" : moment(admittedOn + 1, random.between(8 * 3600, 17 * 3600)),
    ready_notice_at: wasNotified ? moment(readyOn, ready) : "",
    discharge_message_at: random.perMille(80) || !wasNotified ? "" : moment(readyOn, ready + random.between(0, 3600)),
    ...(wasNotified ? withdrawal(random, readyOn, readyDays) : {}),
    discharged_at: moment(dischargedOn, random.between(11 * 3600 + 1800, 18 * 3600)),
    care_contact: answer(random, 925, 50),
    care_contact_needed: answer(random, 680, 290),
    sip_needed: sipNeeded,
    sip_summons_date: sipNeeded === "true" && wasNotified ? summonsDate(random, readyOn) : "",
    outpatient_unavailable: answer(random, 25, 950),
    age_at_discharge: String(ageOf(random, isPsychiatric)),
    days_to_unplanned_readmission: random.perMille(110) ? String(random.between(1, 30)) : "",
    ...(dischargedOn < afterOlderStatute ? olderMessages(random, readyOn) : {}),
  };
  return { admittedOn, dischargedOn, cells };
}

/** `2022-03-05T09:30:00`; an hour later where that time was skipped. */
export function moment(day: Day, seconds: number): string {
  const second = isInGap(day, seconds) ? seconds + 3600 : seconds;
  const part = (value: number): string => String(value).padStart(2, "0");
  const [hour, minute] = [Math.floor(second / 3600), Math.floor(second / 60) % 60];
  return `${dateText(day)}T${part(hour)}:${part(minute)}:${part(second % 60)}`;
}

/** Most leave within two days, some stay for weeks; payers differ, so that some pass a limit and others do not. */
function readyDaysOf(random: Random, payer: number, isPsychiatric: boolean): number {
  const slow = payer % 4;
  const sort = random.weighted([
    420 - 60 * slow,
    240,
    140,
    80 + 10 * slow,
    80 + 20 * slow,
    25 + 10 * slow,
    6 + 2 * slow,
  ]);
  const extra = isPsychiatric ? random.below(5) : 0;
  switch (sort) {
    case 0:
    case 1:
    case 2:
    case 3:
      return sort + extra;
    case 4:
      return random.between(4, 7) + extra;
    case 5:
      return random.between(8, 15) + extra;
    default:
      return random.between(16, 45) + extra;
  }
}

/** Office hours, crowded around 12.00 and sometimes on it; in the repeated hour of autumn now and then. */
function noticeTime(random: Random, day: Day): number {
  if (isAutumnChange(day) && random.perMille(200)) return random.between(2 * 3600, 3 * 3600 - 1);
  switch (random.weighted([650, 250, 40, 30, 30])) {
    case 1:
      return random.between(noon - 1800, noon + 1800);
    case 2:
      return noon;
    case 3:
      return noon + 1;
    case 4:
      return noon - 1;
    default:
      return random.between(8 * 3600, 16 * 3600 + 1800);
  }
}

/** The last Sunday of October. */
function isAutumnChange(day: Day): boolean {
  const month = monthIndex(day);
  return month % 12 === 9 && dayOfWeek(day) === 7 && firstDayOfMonth(month + 1) - day <= 7;
}

/** Now and then the patient gets worse, and ready again; rarely not again before the discharge. */
function withdrawal(random: Random, readyOn: Day, readyDays: number): Readonly<Record<string, string>> {
  if (readyDays < 3 || !random.perMille(120)) return {};
  const withdrawnOn = readyOn + random.between(1, readyDays - 2);
  const reissuedOn = random.between(withdrawnOn, readyOn + readyDays - 1);
  const withdrawn = moment(withdrawnOn, random.between(7 * 3600, 10 * 3600));
  if (random.perMille(60)) return { ready_withdrawn_at: withdrawn };
  return {
    ready_withdrawn_at: withdrawn,
    ready_reissued_at: moment(reissuedOn, random.between(10 * 3600 + 1, 16 * 3600)),
  };
}

/** Mostly within three days, sometimes late, sometimes never. */
function summonsDate(random: Random, readyOn: Day): string {
  switch (random.weighted([860, 80, 60])) {
    case 0:
      return dateText(readyOn + random.below(4));
    case 1:
      return dateText(readyOn + random.between(4, 7));
    default:
      return "";
  }
}

function olderMessages(random: Random, readyOn: Day): Readonly<Record<string, string>> {
  return {
    care_plan_call_at: random.perMille(700)
      ? moment(readyOn - random.below(3), random.between(8 * 3600, 16 * 3600))
      : "",
    care_plan_made: answer(random, 750, 200),
  };
}

/** Yes and no in so many of a thousand cases; otherwise nobody knows. */
function answer(random: Random, yes: number, no: number): "true" | "false" | "" {
  const drawn = random.below(1000);
  return drawn < yes ? "true" : drawn < yes + no ? "false" : "";
}

function ageOf(random: Random, isPsychiatric: boolean): number {
  if (random.perMille(10)) return random.between(1, 17);
  return isPsychiatric ? random.between(18, 85) : 65 + random.below(18) + random.below(18);
}

function districtOn(random: Random, { districts }: SampleMunicipality, day: Day): string {
  const [first, ...others] = districts.filter(
    (entry) => (entry.from === null || entry.from <= day) && (entry.until === null || entry.until > day),
  );
  return first === undefined ? "" : random.oneOf([first, ...others]).code;
}
