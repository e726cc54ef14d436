// Numbers raw cells in the order they are met, in one flat table: half a million ids in a file must not cost half a
// second, and a choice that is met for the thousandth time is not cut out of its row again.
// Rule: equality is of the texts themselves; the hash only says where to look.

import type { Cell } from "../raw-text.ts";

export interface TextIndex {
  /** The number of a cell's text, or −1. A text that is added next keeps the place that was found for it. */
  find(cell: Cell): number;
  /** Gives the text that `find` just missed the next number. `kept` is the same text, free to be held on to. */
  add(kept: string): number;
}

export function textIndex(): TextIndex {
  const texts: string[] = [];
  let hashes = new Int32Array(64);
  /** Number + 1 of the text at each slot; 0 where free. Always a power of two and at most half full. */
  let slots = new Int32Array(128);
  let missedHash = 0;

  const slotFor = (hash: number): number => {
    let slot = hash & (slots.length - 1);
    while (slots[slot] !== 0) slot = (slot + 1) & (slots.length - 1);
    return slot;
  };
  const grow = (): void => {
    const bigger = new Int32Array(hashes.length * 2);
    bigger.set(hashes);
    hashes = bigger;
    slots = new Int32Array(hashes.length * 2);
    for (let number = 0; number < texts.length; number++) slots[slotFor(hashes[number] ?? 0)] = number + 1;
  };

  return {
    find(cell) {
      const hash = hashOf(cell);
      for (let slot = hash & (slots.length - 1); ; slot = (slot + 1) & (slots.length - 1)) {
        const number = (slots[slot] ?? 0) - 1;
        if (number < 0) {
          missedHash = hash;
          return -1;
        }
        if (hashes[number] === hash && isText(cell, texts[number] ?? "")) return number;
      }
    },
    add(kept) {
      if (texts.length === hashes.length) grow();
      const number = texts.push(kept) - 1;
      hashes[number] = missedHash;
      slots[slotFor(missedHash)] = number + 1;
      return number;
    },
  };
}

/** FNV-1a over the characters, with its upper bits folded into the lower ones. */
function hashOf({ text, start, end }: Cell): number {
  let hash = 0x811c9dc5;
  for (let place = start; place < end; place++) hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  return hash ^ (hash >>> 15);
}

function isText({ text, start, end }: Cell, known: string): boolean {
  if (known.length !== end - start) return false;
  for (let place = start; place < end; place++) {
    if (text.charCodeAt(place) !== known.charCodeAt(place - start)) return false;
  }
  return true;
}
