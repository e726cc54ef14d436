import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FileTree } from "../syntax/ast.ts";
import type { Day, Days } from "./document.ts";
import { always, byFirstDay, shared, stretchesOf, type Layer, type Part } from "./timeline.ts";

const seed = Number(process.env["AVTAL_SEED"] ?? 20201101);

const tree: FileTree = {
  file: "a.avtal",
  language: "sv",
  head: undefined,
  statements: [],
  comments: [],
  span: { file: "a.avtal", start: 0, end: 0 },
};

function layer(name: string | undefined, days: Days): Layer {
  return { tree, days, origin: { file: "a.avtal", amendment: name } };
}

const someDay = fc.option(fc.integer({ min: 0, max: 20 }), { nil: undefined });
const someDays: fc.Arbitrary<Days> = fc.record({ from: someDay, until: someDay });

function holds({ from, until }: Days, day: Day): boolean {
  return (from === undefined || from <= day) && (until === undefined || day < until);
}

describe(`stretches (seed ${seed})`, () => {
  test("say for each day exactly the parts whose days hold it, in their order", () => {
    fc.assert(
      fc.property(fc.array(someDays, { maxLength: 5 }), fc.array(someDays, { maxLength: 2 }), (spans, without) => {
        const parts: Part<number>[] = spans.map((days, it) => ({ layer: layer(`a${it}`, days), it }));
        const stretches = stretchesOf(parts, without);
        for (let day = -1; day <= 21; day++) {
          const excluded = without.some((gap) => holds(gap, day));
          const expected = excluded ? [] : parts.filter((part) => holds(part.layer.days, day)).map((part) => part.it);
          const found = stretches.filter(({ days }) => holds(days, day));
          expect(found.length).toBe(expected.length === 0 ? 0 : 1);
          expect(found.flatMap((stretch) => stretch.parts.map((part) => part.it))).toEqual(expected);
        }
      }),
      { seed },
    );
  });

  test("are as long as can be, and sorted", () => {
    fc.assert(
      fc.property(fc.array(someDays, { maxLength: 5 }), (spans) => {
        const stretches = stretchesOf(
          spans.map((days, it) => ({ layer: layer(`a${it}`, days), it })),
          [],
        );
        for (const [index, { days, parts }] of stretches.entries()) {
          const next = stretches[index + 1];
          if (next === undefined) continue;
          expect(days.until ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(
            next.days.from ?? Number.NEGATIVE_INFINITY,
          );
          if (days.until === next.days.from) expect(next.parts).not.toEqual(parts);
        }
      }),
      { seed },
    );
  });
});

test("the days that two spans share hold exactly the days that both hold", () => {
  fc.assert(
    fc.property(someDays, someDays, fc.integer({ min: -1, max: 21 }), (a, b, day) => {
      const both = shared(a, b);
      expect(both !== undefined && holds(both, day)).toBe(holds(a, day) && holds(b, day));
    }),
    { seed },
  );
});

test("amendments stand by first day, then by name in code point order", () => {
  const names = [
    layer("å", { from: 2, until: undefined }),
    layer("b", { from: 2, until: undefined }),
    layer("z", { from: 1, until: undefined }),
    layer("q", always),
  ];
  expect([...names].sort(byFirstDay).map(({ origin }) => origin.amendment)).toEqual(["q", "z", "b", "å"]);
});
