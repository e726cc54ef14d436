// A hash of a text in two numbers, by which texts of different stretches are compared without being kept, and taken from
// its bytes, so that none is made.
// Rule: texts of one hash are only taken to be the same until the file is read again; see `known-rows.ts`.

export interface TextHash {
  /** Whole, from 0 up to but not including 2^53. */
  first: number;
  /** Whole, from 0 up to but not including 2^21. */
  second: number;
}

/** Hashes the text of these bytes into `hash`, which is the same object for all of them. */
export function hashText(bytes: Uint8Array, start: number, end: number, hash: TextHash): void {
  let a = 0x811c9dc5;
  let b = (end - start) ^ 0x2545f491;
  for (let place = start; place < end; place += 1) {
    const code = bytes[place] ?? 0;
    a = Math.imul(a ^ code, 0x01000193);
    b = Math.imul(b ^ code, 0x5bd1e995);
    b ^= b >>> 15;
  }
  a = mixed(a ^ (b << 7));
  b = mixed(b + 0x9e3779b9);
  hash.first = (a >>> 0) * low21 + (b & (low21 - 1));
  hash.second = mixed(a ^ b) >>> 11;
}

const low21 = 1 << 21;

function mixed(number: number): number {
  let mix = Math.imul(number ^ (number >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
