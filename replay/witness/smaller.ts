// The smallest case that a differing case leads to, by leaving out and shortening while the two still differ.

import { compare } from "./case-size.ts";
import { withoutFact, type Shape } from "./episode-shapes.ts";
import type { Days } from "./ordinary-days.ts";
import { differenceOf } from "./outcomes.ts";
import type { Found } from "./search.ts";
import type { TrialCase, Try } from "./trials.ts";

/** Rounds of shortening; each halves nothing, so a case of many oddities may take as many. */
const mostRounds = 12;

export function smallest(found: Found, days: Days, tries: Try): Found {
  let best = found;
  for (let round = 0; round < mostRounds; round += 1) {
    const next = tries(smallerCases(best.of, days))
      .filter(({ a, b }) => differenceOf(a, b) === best.in)
      .map(({ of }) => of)
      .sort(compare)[0];
    if (next === undefined || compare(next, best.of) >= 0) return best;
    best = { in: best.in, of: next };
  }
  return best;
}

/** Each smaller in one way: an episode less, a fact less, a shorter stay, a more ordinary day. */
function smallerCases(shapes: TrialCase, { ordinary }: Days): readonly TrialCase[] {
  const fewer = shapes.length === 1 ? [] : shapes.map((_, index) => shapes.filter((__, other) => other !== index));
  const changed = shapes.flatMap((shape, index) =>
    smallerShapes(shape).map((smaller) => shapes.map((other, place) => (place === index ? smaller : other))),
  );
  const moved = ordinary.map((day) => {
    const from = shapes[0]?.day ?? day;
    return shapes.map((shape) => ({ ...shape, day: shape.day - from + day }));
  });
  return [...fewer, ...changed, ...moved, ...moved.flatMap((each) => shorter(each)), ...shorter(shapes)];
}

function smallerShapes(shape: Shape): readonly Shape[] {
  return [...[...shape.odd.keys()].map((code) => withoutFact(shape, code)), ...shorterStays(shape)];
}

function shorterStays(shape: Shape): readonly Shape[] {
  return Array.from({ length: Math.min(shape.stay, 60) }, (_, stay) => ({ ...shape, stay }));
}

/** All stays cut to the same few days. */
function shorter(shapes: TrialCase): readonly TrialCase[] {
  const longest = Math.max(...shapes.map(({ stay }) => stay));
  return Array.from({ length: Math.min(longest, 60) }, (_, stay) =>
    shapes.map((shape) => ({ ...shape, stay: Math.min(shape.stay, stay) })),
  );
}
