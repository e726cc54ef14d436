// Whether a text was met before, for a million of them. Texts that come in rising order, or in falling order, need nothing
// but the one before; from the first that does not, a table of their hashes.
// Rule: it says what a `Set` would say; texts made to fall into one another's places are handed over to one.

export interface DistinctTexts {
  /** Of all places, in their order; nothing where none was asked about. */
  readonly texts: string[];
  /** The one before, as long as they go one way. */
  last: string;
  /** How many went one way: the second says which. */
  inOrder: number;
  falls: boolean;
  /** Whether the text at a place is the first of its kind; null as long as they go one way. */
  isFirst: ((at: number) => boolean) | null;
}

/** `texts`: room for all that may come, in which nothing counts that stands there before. */
export function distinctTexts(texts: string[]): DistinctTexts {
  return { texts, last: "", inOrder: 0, falls: false, isFirst: null };
}

/** Puts a text at a place, and says whether it is none of those before it. Places are asked about in their order. */
export function isNewText(own: DistinctTexts, at: number, text: string): boolean {
  own.texts[at] = text;
  if (own.isFirst !== null) return own.isFirst(at);
  if (own.inOrder === 1) own.falls = isAfter(own.last, text);
  if (goesOn(own, text)) {
    own.inOrder += 1;
    own.last = text;
    return true;
  }
  own.isFirst = hashedTexts(own.texts);
  for (let before = 0; before < at; before += 1) own.isFirst(before);
  return own.isFirst(at);
}

/** Puts a text that goes the way of those before it, which makes it new; false where that is not so plain. */
export function putNextText(own: DistinctTexts, at: number, text: string): boolean {
  if (own.inOrder < 2 || own.isFirst !== null || !goesOn(own, text)) return false;
  own.texts[at] = text;
  own.last = text;
  return true;
}

function goesOn({ last, falls }: DistinctTexts, text: string): boolean {
  return falls ? isAfter(last, text) : isAfter(text, last);
}

/** Longer texts after shorter ones, as numbers are counted up. */
function isAfter(text: string, other: string): boolean {
  return text.length === other.length ? text > other : text.length > other.length;
}

function hashedTexts(texts: readonly string[]): (at: number) => boolean {
  const table = tableFor(texts.length);
  const last = table.length - 2;
  let crowded: Set<string> | null = null;
  return (at) => {
    const text = texts[at] ?? "";
    if (crowded !== null) return crowded.size < crowded.add(text).size;
    const hash = hashOf(text);
    let place = (hash << 1) & last;
    for (let steps = 0; steps <= mostSteps; steps += 1) {
      const number = table[place + 1] ?? 0;
      if (number === 0) {
        table[place] = hash;
        table[place + 1] = at + 1;
        return true;
      }
      if (table[place] === hash && texts[number - 1] === text) return false;
      place = (place + 2) & last;
    }
    crowded = new Set(texts.slice(0, at));
    return crowded.size < crowded.add(text).size;
  };
}

/** At least twice as many places as there are texts; each holds a hash, and beside it the number of its text, from 1. */
function tableFor(room: number): Int32Array {
  let length = 64;
  while (length < room * 2) length *= 2;
  return new Int32Array(length * 2);
}

/** In a table that is half full, so long a search among texts that nobody chose does not occur. */
const mostSteps = 256;

function hashOf(text: string): number {
  let hash = 0;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
  return hash ^ (hash >>> 15);
}
