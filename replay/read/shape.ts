// Says how a cell looks without saying what stands in it: "12 tecken, bokstav på plats 9".
// Rule: no character of the cell is repeated, because any column may hold a person's name by mistake.

import type { Words } from "@avtal/compiler/problem";

/** `form` uses 0 for a digit; other characters stand for themselves: `0000-00-00`. */
export function shapeOf(text: string, form?: string): Words {
  const length: Words = {
    sv: `${text.length} tecken`,
    en: text.length === 1 ? "1 character" : `${text.length} characters`,
  };
  const place = form === undefined ? -1 : firstDeviation(text, form);
  if (place < 0) return length;
  const sort = sortOf(text.charCodeAt(place));
  return { sv: `${length.sv}, ${sort.sv} på plats ${place + 1}`, en: `${length.en}, ${sort.en} at ${place + 1}` };
}

function firstDeviation(text: string, form: string): number {
  const shared = Math.min(text.length, form.length);
  for (let place = 0; place < shared; place++) {
    const fits = form[place] === "0" ? isDigit(text.charCodeAt(place)) : text[place] === form[place];
    if (!fits) return place;
  }
  return text.length > form.length ? form.length : -1;
}

function sortOf(code: number): Words {
  if (isDigit(code)) return { sv: "siffra", en: "digit" };
  if (code === 32 || code === 160 || code === 8239) return { sv: "blanksteg", en: "space" };
  if (code === 45 || code === 8211 || code === 8722) return { sv: "streck", en: "hyphen" };
  if (code > 127 || (code | 32) >= 97) return { sv: "bokstav", en: "letter" };
  return { sv: "annat tecken", en: "other sign" };
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
