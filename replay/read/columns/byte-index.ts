// Numbers cells in the order they are met, in one flat table over bytes: half a million pseudonyms in a file must not
// cost half a second, and a choice that is met for the thousandth time is made no text again.
// Rule: equality is of the bytes themselves; the hash only says where to look.

import type { Cell } from "../cell.ts";
import { grown } from "./column-builder.ts";
import type { PlainCells } from "./plain-cells.ts";
import { areSame, copyBytes, hashOf, wordsOf, wordsOfMany } from "./words.ts";

export interface ByteIndex {
  /** Says how many records are expected, so that bytes are moved about less. */
  reserve(records: number): void;
  /** The number of a cell, or −1. A cell that is added next keeps the place that was found for it. */
  find(cell: Cell): number;
  findIn(words: DataView, start: number, end: number): number;
  /**
   * Hashes of the cells of these rows, good until the next, whose slots are all asked for at once: where memory is far,
   * it is waited for once and not for each.
   */
  hashesOf(cells: PlainCells, from: number, until: number): Int32Array;
  /** `findIn` for a cell of that hash. */
  findHashed(words: DataView, start: number, end: number, hash: number): number;
  /** Gives the cell that was just missed, that of record `at`, the next number. */
  add(cell: Cell, at: number): number;
  addIn(words: DataView, start: number, end: number, at: number): number;
  readonly count: () => number;
  /** Hands over the bytes of each cell in the order of the numbers. */
  each(take: TakeBytes): void;
  /** Forgets all cells. */
  clear(): void;
  /** What the cells say, by number. Holds on to nothing that only finding needs. */
  texts(): () => string[];
}

/** Bytes from `start` to `end` that are number `at` of their sort. */
export type TakeBytes = (bytes: Uint8Array, start: number, end: number, at: number) => void;

export function byteIndex(): ByteIndex {
  /** All known cells end to end, and where each begins. */
  let known: Buffer = Buffer.alloc(256);
  let knownWords = wordsOf(known);
  let starts = new Uint32Array(65);
  /** The upper bits of a cell's hash and its number + 1; 0 where free. A power of two, at most half full. */
  let slots = new Int32Array(128);
  let count = 0;
  let capacity = 0;
  let missedHash = 0;
  let missedSlot = 0;
  const wordsFor = wordsOfMany();
  const hashAll = hashesAtOnce();

  /** The hashes are made again rather than kept: a million pseudonyms would keep four megabytes of them. */
  const grow = (): void => {
    slots = new Int32Array(slots.length * (slots.length < manySlots ? 4 : 2));
    const last = slots.length - 1;
    for (let number = 0; number < count; number++) {
      const hash = hashOf(knownWords, starts[number] ?? 0, starts[number + 1] ?? 0);
      let slot = hash & last;
      while (slots[slot] !== 0) slot = (slot + 1) & last;
      slots[slot] = (hash & upperBits) | (number + 1);
    }
  };
  const findHashed = (words: DataView, start: number, end: number, hash: number): number => {
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
      if ((starts[number + 1] ?? 0) - from !== end - start) continue;
      if (areSame(words, start, end, knownWords, from)) return number;
    }
  };
  const findIn = (words: DataView, start: number, end: number): number =>
    findHashed(words, start, end, hashOf(words, start, end));
  const addIn = (words: DataView, start: number, end: number, at: number): number => {
    if (count === greatestCount) throw new Error(`A column holds at most ${greatestCount} different cells.`);
    const from = starts[count] ?? 0;
    const until = from + end - start;
    if (until > known.length) {
      known = grownBytes(known, roomFor(until, at, capacity));
      knownWords = wordsOf(known);
    }
    copyBytes(words, start, end, knownWords, from);
    if (count + 1 === starts.length) starts = grown(starts, new Uint32Array(starts.length * 2));
    starts[count + 1] = until;
    slots[missedSlot] = (missedHash & upperBits) | (count + 1);
    count += 1;
    if (count * 2 > slots.length) grow();
    return count - 1;
  };

  return {
    reserve(records) {
      capacity = records;
    },
    findHashed,
    findIn,
    addIn,
    hashesOf: (cells, from, until) => hashAll(cells, from, until, slots),
    find: ({ bytes, start, end }) => findIn(wordsFor(bytes), start, end),
    add: ({ bytes, start, end }, at) => addIn(wordsFor(bytes), start, end, at),
    count: () => count,
    each(take) {
      for (let number = 0; number < count; number++) take(known, starts[number] ?? 0, starts[number + 1] ?? 0, number);
    },
    clear() {
      slots.fill(0);
      count = 0;
    },
    texts: () => textsIn(known, starts.subarray(0, count + 1)),
  };
}

function hashesAtOnce(): (cells: PlainCells, from: number, until: number, slots: Int32Array) => Int32Array {
  let hashes = new Int32Array(0);
  /** What stood in the slots of these hashes. Nobody asks what it was: they are near from then on. */
  let near = new Int32Array(0);
  return ({ words, starts, step, column }, from, until, slots) => {
    if (hashes.length < until - from) [hashes, near] = [new Int32Array(until - from), new Int32Array(until - from)];
    for (let index = from, slot = from * step + column; index < until; index++, slot += step) {
      hashes[index - from] = hashOf(words, starts[slot] ?? 0, (starts[slot + 1] ?? 0) - 1);
    }
    const last = slots.length - 1;
    for (let index = 0; index < until - from; index++) near[index] = slots[(hashes[index] ?? 0) & last] ?? 0;
    return hashes;
  };
}

/** Numbers + 1 stand in the lower bits of a slot; a file has fewer rows than that. */
const lowerBits = 0x00ff_ffff;
const upperBits = ~lowerBits;
const greatestCount = lowerBits - 1;

/** Texts that lie end to end in `known`; where each begins, and the last one's end. */
export function textsIn(known: Buffer, starts: Uint32Array): () => string[] {
  return () => {
    const texts: string[] = [];
    const count = starts.length - 1;
    for (let first = 0; first < count; first += atOnce) {
      pushTexts(texts, known, starts.subarray(first, Math.min(first + atOnce, count) + 1));
    }
    return texts;
  };
}

/** Nearly all are letters of English and digits: these are cut from one long text, since making one of each is slow. */
function pushTexts(texts: string[], known: Buffer, starts: Uint32Array): void {
  const [first = 0, end] = [starts[0], starts[starts.length - 1]];
  const long = isAscii(known.subarray(first, end)) ? known.toString("latin1", first, end) : undefined;
  for (let number = 0; number + 1 < starts.length; number++) {
    const [from = 0, until = 0] = [starts[number], starts[number + 1]];
    texts.push(long?.slice(from - first, until - first) ?? known.toString("utf8", from, until));
  }
}

/** Told here, because the editor reads in a browser too, which has no such function of its own. */
function isAscii(bytes: Uint8Array): boolean {
  let all = 0;
  for (let place = 0; place < bytes.length; place++) all |= bytes[place] ?? 0;
  return all < 128;
}

const atOnce = 4_096;

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
