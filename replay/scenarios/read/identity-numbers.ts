// Finds what looks like an identity number anywhere in a scenario file, comments included.
// Rule: the repository is read by everybody; also published test numbers are refused, because a pseudonym does as well.

import { looksLikeIdentityNumber } from "../../read/identity-number.ts";

export interface Found {
  readonly start: number;
  readonly end: number;
}

export function identityNumbersIn(text: string): Found[] {
  const words = [...text.matchAll(/[\p{L}\p{N}+-]{10,13}/gu)].flatMap(({ 0: word, index }) =>
    isWhole(text, index, word.length) && looksLikeIdentityNumber(word)
      ? [{ start: index, end: index + word.length }]
      : [],
  );
  const spaced = [...text.matchAll(/(?<![\p{L}\p{N}])(?:\d{2})?\d{6} \d{4}(?![\p{L}\p{N}])/gu)].map(
    ({ 0: word, index }) => ({ start: index, end: index + word.length }),
  );
  return [...words, ...spaced].sort((a, b) => a.start - b.start);
}

/** The text as it may be shown: what looks like an identity number is covered, sign by sign. */
export function withoutIdentityNumbers(text: string): string {
  return identityNumbersIn(text).reduceRight(
    (shown, { start, end }) => `${shown.slice(0, start)}${"•".repeat(end - start)}${shown.slice(end)}`,
    text,
  );
}

/** A run of letters and digits that goes on is no identity number but a part of something longer. */
function isWhole(text: string, start: number, length: number): boolean {
  return !/[\p{L}\p{N}]/u.test(text[start - 1] ?? "") && !/[\p{L}\p{N}]/u.test(text[start + length] ?? "");
}
