// Cases of several episodes: stays whose sum and number straddle a limit, unlike episodes together, months in a row.

import type { Shape } from "./episode-shapes.ts";
import type { Searching } from "./search.ts";
import { changedInOne, longStay, staysOf } from "./single-cases.ts";
import type { TrialCase } from "./trials.ts";

/** Every choice of stays among few, for the first ways through the rules. */
export function groupsOfStays(size: number, shapes: readonly Shape[], searching: Searching): readonly TrialCase[] {
  const stays = staysOf(searching).slice(0, size === 2 ? 14 : size === 3 ? 7 : 4);
  return shapes
    .slice(0, 5)
    .flatMap((shape) => multisets(stays, size).map((each) => each.map((stay) => ({ ...shape, stay }))));
}

/** Beside an ordinary one the same changed in one fact: it may count in a sum but not in a number, or the other way. */
export function changedBeside(shape: Shape, searching: Searching): readonly TrialCase[] {
  const short = staysOf(searching).slice(0, 4);
  const longs = new Set([3, longStay(searching.points)]);
  const changed = changedInOne(shape, searching);
  return [...longs].flatMap((long) =>
    changed.flatMap((second) =>
      short.map((stay): TrialCase => [
        { ...shape, stay: long },
        { ...second, stay },
      ]),
    ),
  );
}

/** One unlike the others, in the same month, with a few stays of both. */
export function mixedGroups(size: number, shapes: readonly Shape[], searching: Searching): readonly TrialCase[] {
  const stays = staysOf(searching).slice(0, 4);
  const most = size === 2 ? shapes : shapes.slice(0, 10);
  return most
    .slice(0, 12)
    .flatMap((first) =>
      most.flatMap((second) =>
        [first.stay, 3].flatMap((long) =>
          stays.map((stay): TrialCase => [
            ...Array.from({ length: size - 1 }, () => ({ ...first, stay: long })),
            { ...second, day: first.day, stay },
          ]),
        ),
      ),
    );
}

function multisets(from: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return from.flatMap((first, index) => multisets(from.slice(index), size - 1).map((rest) => [first, ...rest]));
}

/** As many episodes as a limit has parts, with stays that sum up to it, just below it and just above it. */
export function groupsAtLimits(shapes: readonly Shape[], { points, limits }: Searching): readonly TrialCase[] {
  return points.fractions
    .filter(({ under }) => under <= BigInt(limits.episodes))
    .flatMap(({ over, under }) => {
      const [sum, count] = [Number(over), Number(under)];
      const sums = [-count, 0, count].flatMap((shift) => [sum + shift - 1, sum + shift, sum + shift + 1]);
      return shapes
        .slice(0, 6)
        .flatMap((shape) => sums.filter((each) => each >= 0).map((each) => spread(shape, each, count)));
    });
}

/** The sum of days divided among the episodes as evenly as whole days go. */
function spread(shape: Shape, sum: number, count: number): TrialCase {
  const [least, left] = [Math.floor(sum / count), sum % count];
  return Array.from({ length: count }, (_, index) => ({ ...shape, stay: index < left ? least + 1 : least }));
}

/** Months that are counted in a row, at most. */
const mostMonths = 5;

/** The same episode month after month, whole rows and rows with a month in which nothing comes to be paid. */
export function monthsInARow(shapes: readonly Shape[], { limits }: Searching): readonly TrialCase[] {
  const lengths = [2, 3, 4, mostMonths].filter((length) => length <= limits.episodes);
  return shapes.slice(0, 8).flatMap((shape) =>
    lengths.flatMap((length) => {
      const row = Array.from({ length }, (_, month): Shape => ({ ...shape, day: shape.day + 30 * month }));
      const broken = row.map((each, month) => (month === 1 ? { ...each, stay: 0 } : each));
      return [row, broken];
    }),
  );
}
