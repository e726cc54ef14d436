// Numbers cells in the order they are met, in one flat table over bytes: half a million pseudonyms in a file must not
// cost half a second, and a choice that is met for the thousandth time is made no text again.
// Rule: equality is of the bytes themselves; the hash only says where to look.

import type { Cell } from "../cell.ts";
import { grown } from "./column-builder.ts";

export interface ByteIndex {
  /** Says how many records are expected, so that bytes are moved about less. */
  reserve(records: number): void;
  /** The number of a cell, or −1. A cell that is added next keeps the place that was found for it. */
  find(cell: Cell): number;
  /** Gives the cell that `find` just missed, that of record `at`, the next number. */
  add(cell: Cell, at: number): number;
  readonly count: () => number;
  /** What the cells say, by number. Holds on to nothing that only finding needs. */
  texts(): () => string[];
}

export function byteIndex(): ByteIndex {
  /** All known cells end to end, and where each begins. */
  let known: Buffer = Buffer.alloc(256);
  let starts = new Uint32Array(65);
  /** The upper bits of a cell's hash and its number + 1; 0 where free. A power of two, at most half full. */
  let slots = new Int32Array(128);
  let count = 0;
  let capacity = 0;
  let missedHash = 0;
  let missedSlot = 0;

  /** The hashes are made again rather than kept: a million pseudonyms would keep four megabytes of them. */
  const grow = (): void => {
    slots = new Int32Array(slots.length * (slots.length < manySlots ? 4 : 2));
    const last = slots.length - 1;
    for (let number = 0; number < count; number++) {
      const hash = hashOf(known, starts[number] ?? 0, starts[number + 1] ?? 0);
      let slot = hash & last;
      while (slots[slot] !== 0) slot = (slot + 1) & last;
      slots[slot] = (hash & upperBits) | (number + 1);
    }
  };

  return {
    reserve(records) {
      capacity = records;
    },
    find({ bytes, start, end }) {
      const hash = hashOf(bytes, start, end);
      const last = slots.length - 1;
      for (let slot = hash & last; ; slot = (slot + 1) & last) {
        const entry = slots[slot] ?? 0;
        if (entry === 0) {
          missedHash = hash;
          missedSlot = slot;
          return -1;
        }
        if (((entry ^ hash) & upperBits) !== 0) continue;
        const number = (entry & lowerBits) - 1;
        const from = starts[number] ?? 0;
        if ((starts[number + 1] ?? 0) - from === end - start && areSame(bytes, start, end, known, from)) return number;
      }
    },
    add({ bytes, start, end }, at) {
      if (count === greatestCount) throw new Error(`A column holds at most ${greatestCount} different cells.`);
      const from = starts[count] ?? 0;
      const until = from + end - start;
      if (until > known.length) known = grownBytes(known, roomFor(until, at, capacity));
      for (let place = start, to = from; place < end; place++, to++) known[to] = bytes[place] ?? 0;
      if (count + 1 === starts.length) starts = grown(starts, new Uint32Array(starts.length * 2));
      starts[count + 1] = until;
      slots[missedSlot] = (missedHash & upperBits) | (count + 1);
      count += 1;
      if (count * 2 > slots.length) grow();
      return count - 1;
    },
    count: () => count,
    texts: () => textsIn(known, starts.subarray(0, count + 1)),
  };
}

/** Numbers + 1 stand in the lower bits of a slot; a file has fewer rows than that. */
const lowerBits = 0x00ff_ffff;
const upperBits = ~lowerBits;
const greatestCount = lowerBits - 1;

function textsIn(known: Buffer, starts: Uint32Array): () => string[] {
  return () =>
    Array.from({ length: starts.length - 1 }, (_, number) =>
      known.toString("utf8", starts[number], starts[number + 1]),
    );
}

/** Above this, room is made twice as large at a time and no more. */
const manySlots = 1 << 20;

/**
 * Room for the bytes of so many records if they go on as those before `at` did, and a little more. Room that is not used
 * costs no memory; bytes that are moved cost twice their own until the engine next collects.
 */
export function roomFor(bytes: number, at: number, records: number): number {
  return at < enoughToJudge ? bytes : Math.max(bytes, Math.min(Math.ceil((bytes / at) * records * 1.05), greatestRoom));
}

const enoughToJudge = 4_096;
const greatestRoom = 1 << 30;

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
