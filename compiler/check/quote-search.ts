// Finds quoted words in a source, and where they are not there, the places that come nearest.
// Rule: blind to white space, hyphenation and quotation marks; case is kept.

import { plainWords, wordsBetween } from "./plain-words.ts";
import type { SourceText, Stretch } from "./source-text.ts";

/** Offsets in the source at which the quote begins. */
export function placesOfQuote(quote: string, source: SourceText): number[] {
  const wanted = plainWords(quote.normalize("NFC")).plain;
  if (wanted === "") return [];
  const found: number[] = [];
  let from = source.words.plain.indexOf(wanted);
  while (from >= 0) {
    found.push(source.words.at[from] ?? 0);
    from = source.words.plain.indexOf(wanted, from + 1);
  }
  return found;
}

export function isInside(offset: number, { start, end }: Stretch): boolean {
  return offset >= start && offset < end;
}

export interface NearWords {
  /** As the source writes them, from the beginning of a word to the end of one. */
  readonly words: string;
  readonly start: number;
  /** Letters that differ. */
  readonly distance: number;
}

/** The three nearest places, best first; none where hardly half of the words would be the same. */
export function nearestWords(quote: string, source: SourceText): NearWords[] {
  const wanted = plainWords(quote.normalize("NFC")).plain.slice(0, longestSought);
  if (wanted === "") return [];
  const ends = distancesByEnd(wanted, source.words.plain);
  const order = [...ends.keys()].sort((a, b) => (ends[a]?.distance ?? 0) - (ends[b]?.distance ?? 0) || a - b);
  const chosen: NearWords[] = [];
  const taken: { readonly from: number; readonly to: number }[] = [];
  for (const end of order) {
    const best = ends[end];
    if (best === undefined || best.distance * 2 > wanted.length || chosen.length === 3) break;
    if (taken.some(({ from, to }) => best.start < to && end > from)) continue;
    const [from, to] = wholeWords(best.start, end, source);
    taken.push({ from, to });
    chosen.push({
      words: wordsBetween(source.text, source.words, from, to),
      start: source.words.at[from] ?? 0,
      distance: best.distance,
    });
  }
  return chosen;
}

/** Longer quotes are compared by their beginning; a few words are what the documents are asked to quote. */
const longestSought = 200;

/** For each end in `text` the cheapest way to have read `wanted` up to there, and where that reading began. */
function distancesByEnd(wanted: string, text: string): { readonly distance: number; readonly start: number }[] {
  const rows = wanted.length + 1;
  let costs = Array.from({ length: rows }, (_, row) => row);
  let starts = new Array<number>(rows).fill(0);
  const ends: { readonly distance: number; readonly start: number }[] = [];
  for (let column = 0; column < text.length; column++) {
    const nextCosts = [0];
    const nextStarts = [column + 1];
    for (let row = 1; row < rows; row++) {
      const replace = (costs[row - 1] ?? 0) + (wanted[row - 1] === text[column] ? 0 : 1);
      const skip = (costs[row] ?? 0) + 1;
      const add = (nextCosts[row - 1] ?? 0) + 1;
      const least = Math.min(replace, skip, add);
      nextCosts.push(least);
      const from = least === replace ? starts[row - 1] : least === skip ? starts[row] : nextStarts[row - 1];
      nextStarts.push(from ?? column);
    }
    costs = nextCosts;
    starts = nextStarts;
    ends.push({ distance: costs[rows - 1] ?? 0, start: starts[rows - 1] ?? 0 });
  }
  return ends;
}

/** Widens a stretch of the plain text to whole written words; `end` is the last unit inside. */
function wholeWords(start: number, end: number, { text, words }: SourceText): [number, number] {
  let from = start;
  while (from > 0 && isLetter(text, (words.at[from] ?? 0) - 1)) from--;
  let to = end + 1;
  while (to < words.plain.length && isLetter(text, (words.at[to - 1] ?? 0) + 1)) to++;
  return [from, to];
}

function isLetter(text: string, offset: number): boolean {
  return /[\p{L}\p{N}]/u.test(text.charAt(offset));
}
