// The rule by hand over objects with texts, as somebody would write it who must not pay for what cannot be right: ids that
// are told apart, moments that exist, conditions that are one, codes that are known.
// Rule: what `evaluate(episodes)` refuses of such objects is refused here; at its best, for the one form that they have. The
// nine fields that no drawn episode has must not be there, as the rule by hand would be wrong of those that have them.

import type { PlainEpisode } from "./plain-objects.ts";
import { answerOf, firstDay, months, monthTable, newSums, type Answer } from "./sums.ts";

export interface CheckedAnswer extends Answer {
  /** Numbers of the records that were refused, from 1. */
  readonly refused: readonly number[];
}

const missing = -1;
const wrong = -2;
const noon = 12 * 3_600;

export function checkedObjectsByHand(
  objects: readonly PlainEpisode[],
  payers: readonly string[],
  careTypes: ReadonlySet<string>,
): CheckedAnswer {
  const sums = newSums(payers.length);
  const numbers = new Map(payers.map((payer, number) => [payer, number]));
  const monthOf = monthTable();
  const refused: number[] = [];
  let lastId = "";
  /** The second id says which way they go. */
  let falls = false;
  /** Made when ids no longer go one way. */
  let ids: Set<string> | null = null;
  for (let row = 0; row < objects.length; row += 1) {
    const episode = objects[row];
    if (episode === undefined) continue;
    const { id, care_contact_needed: needed, care_contact: contact, sip_needed: sip } = episode;
    const { outpatient_unavailable: outpatient, ready_notice_at: ready, discharged_at: discharged } = episode;
    const { admission_notice_at: admission, sip_summons_date: summoned } = episode;
    let isNew = typeof id === "string" && id !== "";
    if (row === 1) falls = isAfter(lastId, id);
    if (isNew && ids === null && (falls ? isAfter(lastId, id) : isAfter(id, lastId))) lastId = id;
    else if (isNew) {
      ids ??= idsBefore(objects, row);
      isNew = ids.size < ids.add(id).size;
    }
    const payer = numbers.get(episode.municipality);
    const admitted = dayOfMoment(admission);
    const from = dayOfMoment(ready);
    const to = dayOfMoment(discharged);
    const summons = dayOfDate(summoned);
    if (
      !isNew ||
      payer === undefined ||
      !careTypes.has(episode.care_type) ||
      admitted === wrong ||
      from === wrong ||
      to === wrong ||
      summons === wrong ||
      !(isTruth(needed) && isTruth(contact) && isTruth(sip) && isTruth(outpatient)) ||
      !isRestAbsent(episode) ||
      ((from === admitted || from === to) && isSunday(from) && areTwiceInFold(admission, ready, discharged)) ||
      (admitted === to && isSunday(to) && areTwiceInFold(admission, ready, discharged))
    ) {
      refused.push(row + 1);
      continue;
    }
    const isLate = summons === missing || summons > from + 3;
    if (
      admitted === missing ||
      from === missing ||
      (needed === true && contact === false) ||
      (sip === true && isLate) ||
      outpatient !== false
    ) {
      sums.notCharged += 1;
    } else if ((needed !== false && contact !== true) || (sip === null && isLate)) sums.undecided += 1;
    else {
      const start = from + (secondsOf(ready ?? "") > noon ? 1 : 0);
      const counted = to > start ? to - start : 0;
      const cell = payer * months + (monthOf[to - firstDay] ?? 0);
      sums.episodes[cell] = (sums.episodes[cell] ?? 0) + 1;
      sums.days[cell] = (sums.days[cell] ?? 0) + counted;
      if (counted >= 1) sums.counting[cell] = (sums.counting[cell] ?? 0) + 1;
      sums.inRule += 1;
    }
  }
  return { ...answerOf(sums, payers), refused };
}

function isAfter(id: string, other: string): boolean {
  return id.length === other.length ? id > other : id.length > other.length;
}

function idsBefore(objects: readonly PlainEpisode[], row: number): Set<string> {
  return new Set(objects.slice(0, row).map(({ id }) => id));
}

/** What the agreement also reads, and the rule by hand knows nothing of. */
function isRestAbsent(episode: PlainEpisode): boolean {
  return (
    episode.placing_municipality === undefined &&
    episode.district === undefined &&
    episode.care_kind === undefined &&
    episode.hospital === undefined &&
    episode.ready_withdrawn_at === undefined &&
    episode.ready_reissued_at === undefined &&
    episode.care_plan_call_at === undefined &&
    episode.care_plan_made === undefined &&
    episode.age_at_discharge === undefined
  );
}

function isTruth(told: boolean | null): boolean {
  return told === true || told === false || told === null;
}

/** The day of `2022-03-04T10:15:00`, if there is such a moment. */
function dayOfMoment(text: string | null): number {
  if (text === null) return missing;
  if (typeof text !== "string" || text.length !== 19) return wrong;
  const day = dayOfText(text);
  const hour = digits(text, 11);
  const minute = digits(text, 14);
  const second = digits(text, 17);
  const isClock = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
  const isParted = text.charCodeAt(10) === 84 && text.charCodeAt(13) === 58 && text.charCodeAt(16) === 58;
  if (!isClock || !isParted) return wrong;
  return hour === 2 && isChangeOfClock(text, day, "03") ? wrong : day;
}

function dayOfDate(text: string | null): number {
  if (text === null) return missing;
  return typeof text === "string" && text.length === 10 ? dayOfText(text) : wrong;
}

/** The day of a text that begins `2022-03-04`, if there is one. */
function dayOfText(text: string): number {
  const year = digits(text, 0) * 100 + digits(text, 2);
  const month = digits(text, 5);
  const dayOfMonth = digits(text, 8);
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return wrong;
  if (!(year >= 1980 && year <= 2100 && month >= 1 && month <= 12 && dayOfMonth >= 1)) return wrong;
  const place = (year - 1980) * 12 + month - 1;
  const day = (firstDays[place] ?? 0) + dayOfMonth - 1;
  return day < (firstDays[place + 1] ?? 0) ? day : wrong;
}

const firstDays = Int32Array.from({ length: 121 * 12 + 1 }, (_, month) => Date.UTC(1980, month, 1) / 86_400_000);

/** The last Sunday of March or of October, as it has been since 1996. */
function isChangeOfClock(text: string, day: number, month: string): boolean {
  return text.startsWith(month, 5) && digits(text, 8) >= 25 && isSunday(day);
}

function isSunday(day: number): boolean {
  return (day + 4) % 7 === 0;
}

/** Two moments of the hour that exists twice, whose order nobody can tell. */
function areTwiceInFold(...moments: readonly (string | null)[]): boolean {
  const inFold = moments.filter(
    (text) => text !== null && digits(text, 11) === 2 && isChangeOfClock(text, dayOfText(text), "10"),
  );
  return new Set(inFold.map((text) => text?.slice(0, 10))).size < inFold.length;
}

function secondsOf(text: string): number {
  return (digits(text, 11) * 60 + digits(text, 14)) * 60 + digits(text, 17);
}

/** Far below zero where two digits do not stand there. */
function digits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - 48;
  const ones = text.charCodeAt(at + 1) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1_000_000;
}
