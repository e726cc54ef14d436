// Which of two cases is the smaller one: fewer episodes, then shorter stays, then what people think of first.

import { oddness } from "./episode-shapes.ts";
import type { TrialCase } from "./trials.ts";

/** Negative where `a` is the smaller, positive where `b` is, zero where neither is. */
export function compare(a: TrialCase, b: TrialCase): number {
  const [of, other] = [sizeOf(a), sizeOf(b)];
  for (const [index, size] of of.entries()) {
    const difference = size - (other[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function sizeOf(shapes: TrialCase): readonly number[] {
  const each = shapes.map(oddness);
  const sum = (place: 0 | 1 | 2): number => each.reduce((total, sizes) => total + sizes[place], 0);
  return [shapes.length, sum(0), sum(1), sum(2)];
}
