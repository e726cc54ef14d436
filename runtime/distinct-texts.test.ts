import fc from "fast-check";
import { expect, test } from "vitest";
import { distinctTexts } from "./distinct-texts.ts";

const seed = 20_261_123;

/** Texts that all fall into one place: a sign at the end undoes what a sign before it did to the hash. */
function ofOneHash(count: number): readonly string[] {
  const found = new Map<number, string[]>();
  for (let number = 0; ; number += 1) {
    const text = String.fromCharCode(32 + (number % 60_000), 33 + Math.trunc(number / 60_000));
    const hash = Math.imul(Math.imul(text.charCodeAt(0), 16_777_619) ^ text.charCodeAt(1), 16_777_619);
    const place = (hash ^ (hash >>> 15)) & 2_047;
    const alike = found.get(place) ?? [];
    found.set(place, alike);
    if (alike.push(text) === count) return alike;
  }
}

test(`a text is new where no text before it was the same, seed ${seed}`, () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 300 }), (texts) => {
      const isNew = distinctTexts(texts.length);
      expect(texts.map((text) => isNew(text))).toEqual(texts.map((text, at) => texts.indexOf(text) === at));
    }),
    { seed, numRuns: 300 },
  );
});

test("texts that were made to crowd one place are told apart all the same", () => {
  const texts = ofOneHash(600);
  const isNew = distinctTexts(1_000);
  expect(texts.map(isNew)).toEqual(texts.map(() => true));
  expect(texts.map(isNew)).toEqual(texts.map(() => false));
});
