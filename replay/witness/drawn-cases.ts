// Cases put together by lot from all that has been met, for what no round before thought of.
// Rule: a linear congruence of 2^31 decides, the same on every host.

import { withFact, type Shape } from "./episode-shapes.ts";
import type { Days } from "./ordinary-days.ts";
import type { Searching } from "./search.ts";
import { changesOf, staysOf } from "./single-cases.ts";
import type { TrialCase } from "./trials.ts";

const casesOfARound = 700;

export function drawnCases(
  round: number,
  shapes: readonly Shape[],
  days: Days,
  searching: Searching,
): readonly TrialCase[] {
  const draw = lot(20_200_101 + round);
  const stays = staysOf(searching);
  const changes = changesOf(searching.vocabulary);
  const around = [...days.ordinary.slice(0, 4), ...days.edges];
  const shapeAround = (day: number): Shape => {
    const start = draw(shapes);
    const offset = draw([0, 0, 0, 1, -1, 7, 30]) ?? 0;
    const shape: Shape = { day: day + offset, stay: draw(stays) ?? 0, odd: start?.odd ?? new Map() };
    return Array.from({ length: draw([0, 0, 1, 2, 3]) ?? 0 }, () => draw(changes)).reduce<Shape>(
      (changed, change) => (change === undefined ? changed : withFact(changed, ...change)),
      shape,
    );
  };
  return Array.from({ length: casesOfARound }, () => {
    const day = draw(around) ?? 0;
    const size = Math.min(draw([1, 2, 2, 3, 4, 8]) ?? 1, searching.limits.episodes);
    return Array.from({ length: size }, () => shapeAround(day));
  });
}

/** Draws one after another, the same each time. */
export function lot(seed: number): <T>(from: readonly T[]) => T | undefined {
  let state = seed;
  return (from) => {
    // A product of two such numbers is too large to be exact, and rounded ones soon come round again.
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return from[(state >>> 16) % from.length];
  };
}
