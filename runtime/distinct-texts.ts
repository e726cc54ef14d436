// Whether a text was met before, for a million of them. Texts that come in rising order, or in falling order, need nothing
// but the one before; from the first that does not, a table of their hashes.
// Rule: it says what a `Set` would say; texts made to fall into one another's places are handed over to one.

/** Whether the text at a place is none of those before it. Asked in order; what is never asked about is "". */
export function distinctTexts(texts: readonly string[], room: number): (at: number) => boolean {
  let last = "";
  let falls = false;
  let asked = 0;
  let isFirst: ((at: number) => boolean) | null = null;
  return (at) => {
    const text = texts[at] ?? "";
    if (isFirst !== null) return isFirst(at);
    // The second text says which way they go.
    if (asked === 1) falls = isAfter(last, text);
    if (falls ? isAfter(last, text) : isAfter(text, last)) {
      asked += 1;
      last = text;
      return true;
    }
    isFirst = hashedTexts(texts, room);
    for (let before = 0; before < at; before += 1) isFirst(before);
    return isFirst(at);
  };
}

/** Longer texts after shorter ones, as numbers are counted up. */
function isAfter(text: string, other: string): boolean {
  return text.length === other.length ? text > other : text.length > other.length;
}

function hashedTexts(texts: readonly string[], room: number): (at: number) => boolean {
  const table = tableFor(room);
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
