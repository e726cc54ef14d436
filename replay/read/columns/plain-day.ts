// The day of `2022-03-01` as its bytes stand, because nearly every date and moment begins so.
// Rule: whatever else stands there is left to the careful reading of texts, which says what is wrong with it.

import { dateFromText } from "@avtal/runtime/moment-text";

/** As many bytes are read. */
export const plainDayLength = 10;

/** Day number of the ten bytes at `start`; 0, which is no day of the calendar's years, where they are not plainly one. */
export function plainDay(words: DataView, start: number): number {
  const year = words.getInt32(start, true) ^ fourZeros;
  const month = words.getInt32(start + 4, true) ^ zerosInHyphens;
  const day = words.getInt16(start + 8, true) ^ twoZeros;
  const wrongYear = (year | (year + 0x0606_0606)) & ~0x0f0f_0f0f;
  const wrongMonth = (month | (month + 0x0006_0600)) & ~0x000f_0f00;
  const wrongDay = (day | (day + 0x0606)) & ~0x0f0f;
  if ((wrongYear | wrongMonth | wrongDay) !== 0) return 0;
  const years = (year & 15) * 1_000 + ((year >> 8) & 15) * 100 + ((year >> 16) & 15) * 10 + (year >> 24) - firstYear;
  const months = ((month >> 8) & 15) * 10 + ((month >> 16) & 15);
  const key = years * 10_000 + months * 100 + (day & 15) * 10 + (day >> 8);
  return knownDays[key] || askedDay(words, start, key);
}

/**
 * What stands before the digits of a word, which is taken away so that each byte is one of them: then nothing but the
 * lower half of its bits is set in a byte, nor when six is added to it.
 */
const fourZeros = 0x3030_3030;
const zerosInHyphens = 0x2d30_302d;
const twoZeros = 0x3030;

const firstYear = 1900;

/** Day numbers of 1900–2099 by year, month and day as `dateFromText` gives them; 0 where not asked yet. */
const knownDays = new Int32Array(200 * 10_000);

function askedDay(words: DataView, start: number, key: number): number {
  const codes = Array.from({ length: plainDayLength }, (_, index) => words.getUint8(start + index));
  const date = dateFromText(String.fromCharCode(...codes));
  if (!date.ok) return 0;
  if (key >= 0 && key < knownDays.length) knownDays[key] = date.day;
  return date.day;
}
