// Bytes of cells four at a time, the first of four the lowest: a cell of eight bytes is two numbers.
// Rule: nothing before a cell or behind it is read or written, so a cell may stand at the end of its bytes.

export function wordsOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** The same for cells of which many stand in the same bytes: what was made last is kept. */
export function wordsOfMany(): (bytes: Uint8Array) => DataView {
  let last: Uint8Array = new Uint8Array(0);
  let words = wordsOf(last);
  return (bytes) => {
    if (bytes !== last) {
      last = bytes;
      words = wordsOf(bytes);
    }
    return words;
  };
}

export const wordSize = 4;

/** The last four bytes, or all where there are fewer. */
export function lastWord(words: DataView, start: number, end: number): number {
  if (end - start >= wordSize) return words.getInt32(end - wordSize, true);
  let word = 0;
  for (let place = start, bits = 0; place < end; place++, bits += 8) word |= words.getUint8(place) << bits;
  return word;
}

/** Four bytes at a time, with the upper bits folded into the lower ones; then the last four, some of them once more. */
export function hashOf(words: DataView, start: number, end: number): number {
  let hash = end - start;
  for (let place = start; place + wordSize < end; place += wordSize) hash = mixed(hash, words.getInt32(place, true));
  hash = mixed(hash, lastWord(words, start, end));
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return hash ^ (hash >>> 15);
}

function mixed(hash: number, word: number): number {
  const next = Math.imul(hash ^ word, 0x5bd1e995);
  return next ^ (next >>> 15);
}

/** Whether as many bytes from `from` are the same. */
export function areSame(words: DataView, start: number, end: number, others: DataView, from: number): boolean {
  for (let place = start, other = from; place + wordSize < end; place += wordSize, other += wordSize) {
    if (words.getInt32(place, true) !== others.getInt32(other, true)) return false;
  }
  return lastWord(words, start, end) === lastWord(others, from, from + end - start);
}

export function copyBytes(words: DataView, start: number, end: number, into: DataView, to: number): void {
  let [place, next] = [start, to];
  for (; place + wordSize <= end; place += wordSize, next += wordSize) {
    into.setInt32(next, words.getInt32(place, true), true);
  }
  for (; place < end; place++, next++) into.setUint8(next, words.getUint8(place));
}
