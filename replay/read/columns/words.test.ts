// Four bytes at a time say what one byte at a time does, wherever a cell stands, at the very end of its bytes too.

import fc from "fast-check";
import { expect, test } from "vitest";
import { areSame, copyBytes, hashOf, wordsOf } from "./words.ts";

const cell = fc.uint8Array({ minLength: 1, maxLength: 12 });

test("the same bytes have the same hash and are the same wherever they stand", () => {
  fc.assert(
    fc.property(cell, cell, fc.nat(3), (one, other, before) => {
      const alone = wordsOf(one);
      const shifted = wordsOf(Buffer.concat([new Uint8Array(before), one]));
      const otherWords = wordsOf(other);
      expect(hashOf(shifted, before, before + one.length)).toBe(hashOf(alone, 0, one.length));
      expect(areSame(shifted, before, before + one.length, alone, 0)).toBe(true);
      if (other.length >= one.length) {
        const isSame = Buffer.compare(one, other.subarray(0, one.length)) === 0;
        expect(areSame(alone, 0, one.length, otherWords, 0)).toBe(isSame);
      }
    }),
  );
});

test("cells that differ in one bit are told apart and have other hashes", () => {
  fc.assert(
    fc.property(cell, fc.nat(11), fc.nat(7), (one, place, bit) => {
      const other = Uint8Array.from(one, (byte, at) => (at === place % one.length ? byte ^ (1 << bit) : byte));
      const [words, others] = [wordsOf(one), wordsOf(other)];
      expect(areSame(words, 0, one.length, others, 0)).toBe(false);
      expect(hashOf(words, 0, one.length)).not.toBe(hashOf(others, 0, one.length));
    }),
  );
});

test("what is copied leaves the bytes around it as they were", () => {
  fc.assert(
    fc.property(cell, fc.nat(3), (one, before) => {
      const into = Buffer.alloc(before + one.length + 3, 255);
      copyBytes(wordsOf(one), 0, one.length, wordsOf(into), before);
      expect(into).toEqual(Buffer.concat([Buffer.alloc(before, 255), one, Buffer.alloc(3, 255)]));
    }),
  );
});
