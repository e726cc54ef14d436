import { expect, test } from "vitest";
import fc from "fast-check";
import { byCodePoint } from "./code-point-order.ts";

test("Swedish letters stand after Z by code point, on every host", () => {
  expect(["Ö", "a", "Å", "Z", "Ä", "B", "aa"].sort(byCodePoint)).toEqual(["B", "Z", "a", "aa", "Ä", "Å", "Ö"]);
});

test("the order is that of the code points, also beyond U+FFFF", () => {
  const seed = Date.now() & 0x7fffffff;
  const points = (text: string): number[] => Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  const text = fc.string({ unit: fc.constantFrom("a", "Ö", "\uE000", "\uFFFD", "\u{10000}", "\u{1F600}") });
  fc.assert(
    fc.property(text, text, (a, b) => {
      const [left, right] = [points(a), points(b)];
      const index = left.findIndex((point, at) => point !== right[at]);
      const expected = index < 0 ? left.length - right.length : (left[index] ?? 0) - (right[index] ?? -1);
      expect(byCodePoint(a, b)).toBe(Math.sign(expected));
      expect(byCodePoint(b, a)).toBe(-Math.sign(expected) + 0);
    }),
    { seed },
  );
});
