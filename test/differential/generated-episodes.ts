// Generated episodes: most of them stand on a boundary of the calendar, the clock or the agreement that they are run under.
// Rule: the seed and the number decide every cell; no cell is one that a reader would refuse.

import { dateText, dayFromText } from "@avtal/runtime/calendar";
import type { PlainRecord } from "@avtal/runtime/records";
import { randomFrom, type Random } from "./generated-random.ts";

const clocks = [
  "11:59:59",
  "12:00:00",
  "12:00:01",
  "00:00:00",
  "23:59:59",
  "00:00:01",
  "09:00:00",
  "15:30:00",
  "12:00:00",
];
const alwaysDays = ["2020-02-28", "2020-03-29", "2020-04-30", "2020-10-25", "2020-12-31", "2021-01-01", "2021-03-28"];
const stays = [0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 5, 6, 7, 8, 9, 30];

/** Five to twenty-five episodes around the days that the texts name. */
export function generatedEpisodes(seed: number, index: number, texts: readonly string[]): readonly PlainRecord[] {
  const random = randomFrom(seed, 2 * index + 1);
  const named = [...new Set(texts.flatMap((text) => text.match(/20(19|20|21)-\d\d-\d\d/g) ?? []))].sort();
  const around = named.length === 0 ? alwaysDays : named;
  // Few months and payers, so that groups come to hold several records.
  const anchors = [random.pick(around), random.pick(around), random.pick(alwaysDays)];
  const payers = random.pick([["0126", "0180"], ["0126", "0680"], ["0180"], ["0126", "0180", "0680"]]);
  const count = 5 + random.int(21);
  return Array.from({ length: count }, (_, at) => episode(random, `e${at + 1}`, anchors, payers));
}

function episode(random: Random, id: string, anchors: readonly string[], payers: readonly string[]): PlainRecord {
  const discharge = dayNumber(random.pick(anchors)) + random.pick([-1, 0, 1, 0, -2, 2, 5, 12, 20, 35]);
  const ready = discharge - random.pick(stays);
  const noticeClock = random.pick(clocks);
  const reissued = random.chance(8);
  return {
    id,
    municipality: random.chance(5) ? null : random.pick(payers),
    placing_municipality: random.chance(8) ? random.pick(["0126", "0180", "0680"]) : null,
    district: random.chance(15) ? null : random.pick(["farsta", "alvsjo", "hagersten-alvsjo"]),
    care_type: random.chance(8) ? null : random.pick(["somatic", "somatic", "psychiatric"]),
    hospital: random.chance(10) ? null : random.pick(["S1", "S2"]),
    admission_notice_at: random.chance(12) ? null : moment(ready - random.int(6), random.pick(clocks)),
    ready_notice_at: random.chance(8) ? null : moment(ready, noticeClock),
    ready_withdrawn_at: reissued || random.chance(4) ? moment(ready + random.int(2), "13:00:00") : null,
    ready_reissued_at: reissued ? moment(ready + 1 + random.int(3), random.pick(clocks)) : null,
    discharged_at: random.chance(5) ? null : moment(discharge, random.pick([noticeClock, ...clocks])),
    care_contact: condition(random),
    sip_needed: condition(random),
    sip_summons_date: random.chance(25) ? null : dateText(ready + random.int(7) - 1),
    outpatient_unavailable: random.chance(70) ? "nej" : condition(random),
    age_at_discharge: random.chance(15) ? null : random.pick(["64", "65", "66", "17", "90"]),
  };
}

function condition(random: Random): string | null {
  return random.pick(["ja", "ja", "ja", "nej", null]);
}

/** None of `clocks` lies in an hour that a changed clock leaves out or gives twice: a reader would refuse it. */
function moment(day: number, clock: string): string {
  return `${dateText(day)}T${clock}`;
}

function dayNumber(text: string): number {
  const day = dayFromText(text);
  if (day === undefined) throw new Error(`Not a day: ${text}`);
  return day;
}
