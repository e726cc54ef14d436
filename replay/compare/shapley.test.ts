// Ways to split a difference independently of order: they sum, they turn with the sides, and where they must they agree.

import fc from "fast-check";
import { expect, test } from "vitest";
import { splitBothWays, splitByMeanOfOrders } from "./shapley.ts";

type Game = (applied: readonly boolean[]) => ReadonlyMap<string, bigint>;

/** Effects of single changes, of pairs and of triples of them; each an even number, so that halves are whole. */
interface Effects {
  readonly single: readonly number[];
  readonly pairs: readonly (readonly [one: number, other: number, effect: number])[];
  readonly triples: readonly (readonly [one: number, other: number, third: number, effect: number])[];
}

function gameOf({ single, pairs, triples }: Effects): Game {
  return (applied) => {
    const is = (...places: readonly number[]): boolean => places.every((at) => applied[at] === true);
    let amount = 0;
    single.forEach((effect, at) => (amount += is(at) ? effect : 0));
    for (const [one, other, effect] of pairs) amount += is(one, other) ? effect : 0;
    for (const [one, other, third, effect] of triples) amount += is(one, other, third) ? effect : 0;
    return new Map([["0126", BigInt(amount)]]);
  };
}

const sumOf = (parts: readonly ReadonlyMap<string, bigint>[] | undefined): bigint =>
  (parts ?? []).reduce((sum, part) => sum + (part.get("0126") ?? 0n), 0n);

const even = fc.integer({ min: -50, max: 50 }).map((half) => half * 2);

function effects(units: number, mostTriples: number): fc.Arbitrary<Effects> {
  const place = fc.nat({ max: units - 1 });
  return fc.record({
    single: fc.array(even, { minLength: units, maxLength: units }),
    pairs: fc.array(
      fc.tuple(place, place, even).filter(([one, other]) => one !== other),
      { maxLength: 8 },
    ),
    triples: fc.array(
      fc.tuple(place, place, place, even).filter((of) => new Set(of.slice(0, 3)).size === 3),
      { maxLength: mostTriples },
    ),
  });
}

test("both ways is the mean over every order where no more than two changes act on each other at once", () => {
  fc.assert(
    fc.property(effects(5, 0), (of) => {
      const game = gameOf(of);
      expect(splitBothWays(5, game)).toEqual(splitByMeanOfOrders(5, game));
    }),
  );
});

test.each([
  ["both ways", splitBothWays],
  ["the mean over every order", splitByMeanOfOrders],
])("%s sums to the whole, and every part turns with the sides", (_, split) => {
  fc.assert(
    fc.property(effects(6, 6), (of) => {
      const there = gameOf(of);
      const whole = there([true, true, true, true, true, true]).get("0126") ?? 0n;
      const back: Game = (applied) => there(applied.map((is) => !is));
      const [parts, turned] = [split(6, there), split(6, back)];
      expect(sumOf(parts)).toBe(whole);
      expect(turned?.map((part) => -(part.get("0126") ?? 0n) || 0n)).toEqual(parts?.map((part) => part.get("0126")));
    }),
  );
});

test("both ways takes two mixtures for each change, and is nothing where one of them cannot be run", () => {
  const asked = new Set<string>();
  const game = (applied: readonly boolean[]): ReadonlyMap<string, bigint> => {
    asked.add(applied.map(Number).join(""));
    return new Map([["0126", BigInt(applied.filter(Boolean).length)]]);
  };
  expect(splitBothWays(20, game)).toHaveLength(20);
  expect(asked.size).toBe(2 * 20);
  expect(splitBothWays(3, (applied) => (applied[1] === true && applied[0] !== true ? undefined : game(applied)))).toBe(
    undefined,
  );
});
