import fc from "fast-check";
import { expect, test } from "vitest";
import { distinctTexts, isNewText, putNextText } from "./distinct-texts.ts";

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

function said(texts: readonly string[]): readonly boolean[] {
  const plainly = distinctTexts(new Array(texts.length));
  const withCare = distinctTexts(new Array(texts.length));
  const answers = texts.map((text, at) => putNextText(plainly, at, text) || isNewText(plainly, at, text));
  expect(texts.map((text, at) => isNewText(withCare, at, text))).toEqual(answers);
  expect(plainly.texts).toEqual(texts);
  return answers;
}

const firsts = (texts: readonly string[]): readonly boolean[] => texts.map((text, at) => texts.indexOf(text) === at);

test(`a text is new where no text before it was the same, seed ${seed}`, () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 3 }), { maxLength: 300 }), (texts) => {
      expect(said(texts)).toEqual(firsts(texts));
    }),
    { seed, numRuns: 300 },
  );
});

test(`texts that are counted up or down, until some are not, are told apart as others are, seed ${seed}`, () => {
  fc.assert(
    fc.property(fc.nat(300), fc.boolean(), fc.array(fc.nat(400), { maxLength: 20 }), (counted, isUp, others) => {
      const numbers = Array.from({ length: counted }, (_, number) => (isUp ? number : counted - number));
      numbers.push(...others);
      const texts = numbers.map((number) => `e${number}`);
      expect(said(texts)).toEqual(firsts(texts));
    }),
    { seed, numRuns: 300 },
  );
});

test("a text that nobody asks about, as it is refused, is none that another could have", () => {
  const own = distinctTexts(new Array(5));
  expect([isNewText(own, 0, "b"), isNewText(own, 2, "a"), isNewText(own, 4, "b")]).toEqual([true, true, false]);
});

test("texts that were made to crowd one place are told apart all the same", () => {
  const texts = ofOneHash(600);
  for (const given of [texts, texts.toSorted()]) {
    expect(said([...given, ...given])).toEqual([...given.map(() => true), ...given.map(() => false)]);
  }
});
