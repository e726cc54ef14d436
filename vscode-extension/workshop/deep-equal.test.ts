// The browser's answer to whether two results are the same is Node's.

import { isDeepStrictEqual as ofNode } from "node:util";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isDeepStrictEqual } from "./deep-equal.ts";

const primitive = fc.oneof(
  fc.integer(),
  fc.bigInt(),
  fc.string(),
  fc.boolean(),
  fc.constant(null),
  fc.constant(undefined),
);
const plain = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: "small" },
    primitive,
    fc.array(tie("any")),
    fc.dictionary(fc.constantFrom("a", "b", "c"), tie("any"), { noNullPrototype: true }),
    fc.array(fc.tuple(fc.constantFrom("a", "b"), tie("any"))).map((entries) => new Map(entries)),
  ),
})).any;

test("drawn results are the same to the one exactly where they are to the other", () => {
  fc.assert(
    fc.property(plain, plain, (a, b) => {
      expect(isDeepStrictEqual(a, b)).toBe(ofNode(a, b));
      expect(isDeepStrictEqual(a, structuredClone(a))).toBe(true);
    }),
  );
});

test("one amount that differs deep inside is seen", () => {
  const of = (ore: bigint) => ({ lines: [{ amount: ore, steps: new Map([["belopp", { over: ore, under: 1n }]]) }] });
  expect(isDeepStrictEqual(of(1n), of(1n))).toBe(true);
  expect(isDeepStrictEqual(of(1n), of(2n))).toBe(false);
});
