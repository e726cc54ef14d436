// The day of `2022-03-01` as its bytes stand, because nearly every date and moment begins so.
// Rule: whatever else stands there is left to the careful reading of texts, which says what is wrong with it.

import { dateFromText } from "@avtal/runtime/moment-text";

/** Day number of the ten bytes at `start`; undefined where they are no date that can be. */
export function plainDay(bytes: Uint8Array, start: number): number | undefined {
  if (bytes[start + 4] !== hyphen || bytes[start + 7] !== hyphen) return undefined;
  const century = twoDigits(bytes, start) - 19;
  const year = twoDigits(bytes, start + 2);
  const month = twoDigits(bytes, start + 5);
  const day = twoDigits(bytes, start + 8);
  if (century < 0 || century > 1 || year < 0 || month < 0 || day < 0) return undefined;
  const key = (century * 100 + year) * 10_000 + month * 100 + day;
  const known = knownDays[key] ?? 0;
  return known === 0 ? askedDay(bytes, start, key) : known;
}

/** The number at a place, or −1 where two digits do not stand there. */
export function twoDigits(bytes: Uint8Array, at: number): number {
  const tens = (bytes[at] ?? 0) - 48;
  const ones = (bytes[at + 1] ?? 0) - 48;
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? tens * 10 + ones : -1;
}

const hyphen = 45;

/** Day numbers of 1900–2099 by year, month and day as `dateFromText` gives them; 0 where not asked yet. */
const knownDays = new Int32Array(2 * 1_000_000);

function askedDay(bytes: Uint8Array, start: number, key: number): number | undefined {
  const date = dateFromText(String.fromCharCode(...bytes.subarray(start, start + 10)));
  if (!date.ok) return undefined;
  knownDays[key] = date.day;
  return date.day;
}
