// Numbers cells in the order they are met, in one flat table over bytes: half a million pseudonyms in a file must not
// cost half a second, and a choice that is met for the thousandth time is made no text again.
// Rule: equality is of the bytes themselves; the hash only says where to look.

import type { Cell } from "../cell.ts";

export interface ByteIndex {
  /** The number of a cell, or −1. A cell that is added next keeps the place that was found for it. */
  find(cell: Cell): number;
  /** Gives the cell that `find` just missed the next number. */
  add(cell: Cell): number;
  readonly count: () => number;
  /** What the cell of a number says. */
  text(number: number): string;
}

export function byteIndex(): ByteIndex {
  /** All known cells end to end, and where each begins. */
  let known: Buffer = Buffer.alloc(256);
  let starts = new Uint32Array(65);
  let hashes = new Int32Array(64);
  /** Number + 1 of the cell at each slot; 0 where free. Always a power of two and at most half full. */
  let slots = new Int32Array(128);
  let count = 0;
  let missedHash = 0;

  const slotFor = (hash: number): number => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  const grow = (): void => {
    const [bigger, further] = [new Int32Array(count * 2), new Uint32Array(count * 2 + 1)];
    bigger.set(hashes);
    further.set(starts);
    hashes = bigger;
    starts = further;
    slots = new Int32Array(count * 4);
    for (let number = 0; number < count; number++) slots[slotFor(hashes[number] ?? 0)] = number + 1;
  };

  return {
    find({ bytes, start, end }) {
      const hash = hashOf(bytes, start, end);
      for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
        const number = (slots[slot] ?? 0) - 1;
        if (number < 0) {
          missedHash = hash;
          return -1;
        }
        if (hashes[number] !== hash) continue;
        const from = starts[number] ?? 0;
        if ((starts[number + 1] ?? 0) - from === end - start && areSame(bytes, start, end, known, from)) return number;
      }
    },
    add({ bytes, start, end }) {
      if (count === hashes.length) grow();
      const from = starts[count] ?? 0;
      const until = from + end - start;
      if (until > known.length) known = grownBytes(known, until);
      for (let place = start, to = from; place < end; place++, to++) known[to] = bytes[place] ?? 0;
      starts[count + 1] = until;
      hashes[count] = missedHash;
      slots[slotFor(missedHash)] = count + 1;
      return count++;
    },
    count: () => count,
    text: (number) => known.toString("utf8", starts[number], starts[number + 1]),
  };
}

/** The same bytes with room for `least`, and as much again so that it need not be asked often. */
export function grownBytes(bytes: Buffer, least: number): Buffer {
  const bigger = Buffer.allocUnsafeSlow(Math.max(least, bytes.length * 2));
  bytes.copy(bigger);
  return bigger;
}

/** Four bytes at a time, with the upper bits folded into the lower ones. */
export function hashOf(bytes: Uint8Array, start: number, end: number): number {
  let hash = end - start;
  let place = start;
  for (; place + 3 < end; place += 4) {
    const four =
      (bytes[place] ?? 0) |
      ((bytes[place + 1] ?? 0) << 8) |
      ((bytes[place + 2] ?? 0) << 16) |
      ((bytes[place + 3] ?? 0) << 24);
    hash = Math.imul(hash ^ four, 0x5bd1e995);
    hash ^= hash >>> 15;
  }
  for (; place < end; place++) hash = Math.imul(hash ^ (bytes[place] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x45d9f3b);
  return hash ^ (hash >>> 15);
}

function areSame(bytes: Uint8Array, start: number, end: number, others: Uint8Array, from: number): boolean {
  for (let place = start, other = from; place < end; place++, other++) {
    if (bytes[place] !== others[other]) return false;
  }
  return true;
}
