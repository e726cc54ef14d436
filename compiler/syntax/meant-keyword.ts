// Which keyword a misplaced word was meant to be.
// Rule: one guess, and only a close one; the words around it may belong to it (`är mints`, `i ställe för`).

import { concepts, keywords, spelling, type Language } from "@avtal/grammar/keywords";
import { tokenise } from "@avtal/grammar/lexer";
import type { IToken } from "@avtal/grammar/parser";
import { sign } from "@avtal/grammar/tokens";
import { editDistance } from "../nearest.ts";
import { endOf } from "./cst.ts";
import type { Reading } from "./reading.ts";

export interface Meant {
  /** Indices of the first and last word that the keyword replaces. */
  readonly from: number;
  readonly to: number;
  readonly keyword: string;
  readonly token: IToken;
}

const longest = 4;

export function meantKeyword(reading: Reading, row: readonly IToken[], at: number): Meant | undefined {
  let best:
    { readonly from: number; readonly to: number; readonly keyword: string; readonly share: number } | undefined;
  for (const [from, to] of windows(row, at)) {
    const [first, last] = [row[from], row[to]];
    if (first === undefined || last === undefined) continue;
    const written = reading.text.slice(first.startOffset, endOf(last));
    if (written.length > longestKeyword || /[\r\n]/.test(written)) continue;
    const words = written.replace(/\s+/g, " ");
    for (const keyword of keywordsOf[reading.language].get(words.split(" ").length) ?? []) {
      const share = closeness(words, keyword);
      if (share !== undefined && (best === undefined || share < best.share)) best = { from, to, keyword, share };
    }
  }
  const token = best === undefined ? undefined : tokenise(best.keyword, reading.language).tokens[0];
  return best === undefined || token === undefined ? undefined : { ...best, token };
}

/** `från 2022-03-01` and `från den 2022-03-01`: the day that a date begins on always counts, so only one thing is meant. */
export function bareFrom(reading: Reading, row: readonly IToken[], at: number): Meant | undefined {
  const [first, second] = [row[at], row[at + 1]];
  if (first === undefined || !bareFroms.includes(first.image.toLowerCase())) return undefined;
  const to = second?.image.toLowerCase() === "den" ? at + 1 : at;
  if (row[to + 1]?.tokenType !== sign.date) return undefined;
  const keyword = spelling("from", reading.language);
  const token = tokenise(keyword, reading.language).tokens[0];
  return token === undefined ? undefined : { from: at, to, keyword, token };
}

const bareFroms: readonly string[] = ["från", "from"];

/** Rows of words that begin at the misplaced one, or end just before it where only it shows the mistake. */
function* windows(row: readonly IToken[], at: number): Generator<readonly [number, number]> {
  const ordinary = row[at]?.tokenType === sign.ordinaryName;
  for (let length = 1; length <= longest; length++) {
    if (ordinary || length > 1) yield [at, Math.min(at + length - 1, row.length - 1)];
    if (at - length >= 0 && row[at - 1]?.tokenType === sign.ordinaryName) yield [at - length, at - 1];
    if (ordinary && at - length >= 0) yield [at - length, at];
  }
}

/** Edits per letter, or undefined where the words are not alike. */
function closeness(written: string, keyword: string): number | undefined {
  const most = keyword.length <= 3 ? 0 : keyword.length <= 5 ? 1 : keyword.length <= 10 ? 2 : 3;
  if (Math.abs(written.length - keyword.length) > most) return undefined;
  const distance = editDistance(written, keyword);
  return distance === 0 || distance > most ? undefined : distance / keyword.length;
}

const keywordsOf = { sv: keywordsIn("sv"), en: keywordsIn("en") };
const longestKeyword = 40;

/** Reserved spellings by their number of words. */
function keywordsIn(language: Language): ReadonlyMap<number, readonly string[]> {
  const byWords = new Map<number, string[]>();
  for (const concept of concepts) {
    const text = spelling(concept, language);
    if (concept === "language" || keywords[concept].contextual) continue;
    const count = text.split(" ").length;
    const known = byWords.get(count) ?? [];
    if (!known.includes(text)) byWords.set(count, [...known, text]);
  }
  return byWords;
}
