import { expect, test } from "vitest";
import fc from "fast-check";
import { MISSING, UNKNOWN } from "./columns.ts";
import { ratioOf, roundedTo } from "./fractions.ts";
import { whole } from "./ratio.ts";
import { round, type RoundingMode } from "./rounding.ts";

const seed = Date.now() & 0x7fffffff;
const modes: readonly RoundingMode[] = ["halfUp", "halfToEven", "down", "up"];

test(`whole amounts held as numbers are rounded as their fractions are, seed ${seed}`, () => {
  const steps = fc.constantFrom(1, 50, 100, 7);
  fc.assert(
    fc.property(fc.integer({ min: -100_000, max: 1e12 }), steps, fc.constantFrom(...modes), (n, step, mode) => {
      for (const of of [n, n * step]) {
        expect(ratioOf(roundedTo(of, step, mode))).toEqual(round(whole(of), whole(step), mode));
      }
    }),
    { seed, numRuns: 2_000 },
  );
});

test("an absent amount stays absent, and a step that is not positive is our own fault", () => {
  expect([MISSING, UNKNOWN].map((of) => roundedTo(of, 100, "up"))).toEqual([MISSING, UNKNOWN]);
  expect(() => roundedTo(200, 0, "down")).toThrow(RangeError);
});
