// Bits in place of branches say what the tests said, for every way in which what they ask of can be.

import { describe, expect, test } from "vitest";
import { binary, name, number, returned, type Code } from "../code.ts";
import { printJavaScript } from "../print.ts";
import { bitOf, bitOfSeveral, firstThatHolds } from "./without-branches.ts";

const [a, b, c] = [name("a"), name("b"), name("c")];
const isOne = (code: Code): Code => binary(code, "===", number(1));
const word = (own: "true" | "false"): Code => ({ kind: "word", word: own });

/** What code comes to for each way in which three numbers can be 0 or 1. */
function comesTo(code: Code | null): readonly unknown[] {
  if (code === null) throw new Error("The code was not written.");
  const run = new Function("a", "b", "c", printJavaScript([returned(code)]));
  return [0, 1, 2, 3, 4, 5, 6, 7].map((ways): unknown => run(ways & 1, (ways >> 1) & 1, (ways >> 2) & 1));
}

const ways = [0, 1, 2, 3, 4, 5, 6, 7].map((each) => [each & 1, (each >> 1) & 1, (each >> 2) & 1] as const);

describe("a test as a bit is 1 where the test holds", () => {
  const tests: readonly (readonly [string, Code])[] = [
    ["of one comparison", isOne(a)],
    ["of all of several", binary(binary(isOne(a), "&&", isOne(b)), "&&", isOne(c))],
    ["of any of several", binary(binary(isOne(a), "||", isOne(b)), "||", isOne(c))],
    ["of any beside all", binary(isOne(a), "||", binary(isOne(b), "&&", isOne(c)))],
    ["of all beside any", binary(binary(isOne(a), "||", isOne(b)), "&&", isOne(c))],
    ["of a comparison that does not hold", binary({ kind: "not", of: isOne(a) }, "&&", isOne(b))],
    ["of what is known beforehand", binary(word("true"), "&&", isOne(a))],
  ];
  test.each(tests)("%s", (_, code) => {
    expect(comesTo(bitOf(code))).toEqual(comesTo({ kind: "call", callee: name("Number"), arguments: [code] }));
  });
});

test("the first test that holds is told by its number, from 1 on, and 0 is none", () => {
  const found = ways.map((told) => told.findIndex((each) => each === 1) + 1);
  expect(comesTo(firstThatHolds([a, b, c].map(isOne)))).toEqual(found);
});

test("a test that never holds keeps its number, and the last of 31 has one", () => {
  expect(comesTo(firstThatHolds([isOne(a), word("false"), isOne(c)]))).toEqual(
    ways.map(([first, , third]) => (first === 1 ? 1 : third === 1 ? 3 : 0)),
  );
  const last = [isOne(a), ...Array.from({ length: 29 }, () => word("false")), isOne(c)];
  expect(comesTo(firstThatHolds(last))).toEqual(
    ways.map(([first, , third]) => (first === 1 ? 1 : third === 1 ? 31 : 0)),
  );
});

describe("what would not gain is left as branches", () => {
  const many = Array.from({ length: 20 }, () => isOne(a)).reduce((all, each) => binary(all, "&&", each));
  const called = binary({ kind: "call", callee: name("f"), arguments: [] }, "===", number(1));
  test.each([
    ["a call", bitOf(binary(isOne(a), "&&", called))],
    ["more than a few comparisons", bitOf(many)],
    ["one comparison by itself", bitOfSeveral(isOne(a))],
    ["the first of more tests than there are bits", firstThatHolds(Array.from({ length: 32 }, () => word("false")))],
    ["the first of one", firstThatHolds([isOne(a)])],
  ])("%s", (_, code) => {
    expect(code).toBeNull();
  });
});
