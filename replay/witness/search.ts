// Looks for cases that tell two wordings apart, in rounds from one ordinary episode to groups of several.
// Rule: the same programs give the same cases in the same order; nothing is drawn from a host.

import { compare } from "./case-size.ts";
import { daysOf, type Days } from "./ordinary-days.ts";
import { factText, withFact, type Fact, type Shape, type Vocabulary } from "./episode-shapes.ts";
import { differenceOf } from "./outcomes.ts";
import type { Breakpoints } from "./breakpoints.ts";
import type { TrialCase, Tried, Try } from "./trials.ts";
import type { DifferenceSort, WitnessLimits } from "./verdict.ts";

export interface Found {
  readonly in: DifferenceSort;
  readonly of: TrialCase;
}

export interface Searching {
  readonly points: Breakpoints;
  readonly vocabulary: Vocabulary;
  readonly tries: Try;
  readonly limits: WitnessLimits;
  /** Counted up as cases are evaluated. */
  readonly spent: { cases: number; episodes: number };
}

/** The differing cases of the first round that shows any in what is paid, the smallest first; else all others. */
export function* differingRounds(searching: Searching): Generator<readonly Found[]> {
  const days = daysOf(searching.points);
  const seen = new Set<string>();
  const known = new Map<string, Shape>();
  const round = (cases: readonly TrialCase[]): readonly Found[] => {
    const found: Found[] = [];
    for (const tried of evaluated(cases, seen, searching)) {
      remember(tried, known);
      const sort = differenceOf(tried.a, tried.b);
      if (sort !== undefined && (sort !== "figures" || searching.limits.figures === "compared"))
        found.push({ in: sort, of: tried.of });
    }
    return found.sort((x, y) => compare(x.of, y.of));
  };
  yield round(ordinaryOnes(days, searching).map(alone));
  for (const step of [1, 2, 3]) yield round(neighbours([...known.values()], step, searching).map(alone));
  yield round([...known.values()].flatMap((shape) => daysAndStays(shape, days, searching)).map(alone));
  yield round([...known.values()].flatMap((shape) => onEdges(shape, days, searching)).map(alone));
  for (let size = 2; size <= searching.limits.episodes; size += 1)
    yield round(groupsOf(size, [...known.values()], searching));
  for (let more = 0; more < 8; more += 1) yield round(drawn(more, [...known.values()], days, searching));
}

function alone(shape: Shape): TrialCase {
  return [shape];
}

/** Most cases of one batch. */
const batch = 4_000;

function evaluated(cases: readonly TrialCase[], seen: Set<string>, searching: Searching): readonly Tried[] {
  const fresh = cases.filter((shapes) => {
    const text = shapes.map(shapeText).join("\n");
    return !seen.has(text) && seen.add(text);
  });
  const room = Math.max(0, searching.limits.cases - searching.spent.cases);
  const tried: Tried[] = [];
  for (let start = 0; start < Math.min(fresh.length, room); start += batch) {
    const part = fresh.slice(start, Math.min(start + batch, room));
    tried.push(...searching.tries(part));
    searching.spent.cases += part.length;
    for (const { length } of part) searching.spent.episodes = Math.max(searching.spent.episodes, length);
  }
  return tried;
}

function shapeText({ day, stay, odd }: Shape): string {
  return `${day} ${stay} ${[...odd]
    .map(([code, fact]) => `${code} ${factText(fact)}`)
    .sort()
    .join(" ")}`;
}

/** One episode for each way through the rules that has been met, the most ordinary one. */
function remember({ of, a, b }: Tried, known: Map<string, Shape>): void {
  const [shape] = of;
  if (shape === undefined || of.length > 1) return;
  const path = `${a.path}\n\n${b.path}`;
  const before = known.get(path);
  if (before === undefined ? known.size < mostPaths : compare([shape], [before]) < 0) known.set(path, shape);
}

const mostPaths = 24;

/** Longer than every limit that the rules count to, so that what is charged is charged. */
function longStay({ points }: Searching): number {
  const limits = points.amounts.filter((amount) => amount <= 40);
  return Math.max(3, ...limits) + 3;
}

function ordinaryOnes({ ordinary }: Days, searching: Searching): readonly Shape[] {
  const stays = [longStay(searching), 3];
  return ordinary.flatMap((day) => stays.map((stay): Shape => ({ day, stay, odd: new Map() })));
}

/** Every shape changed in one fact, and the first ones in two. */
function neighbours(shapes: readonly Shape[], step: number, { vocabulary }: Searching): readonly Shape[] {
  const changes = [...vocabulary.others].flatMap(([code, facts]) => facts.map((fact): [string, Fact] => [code, fact]));
  const once = shapes.flatMap((shape) => changes.map(([code, fact]) => withFact(shape, code, fact)));
  const twice = shapes
    .slice(0, step === 1 ? 2 : 1)
    .flatMap((shape) => pairsOf(changes).map((pair) => withBoth(shape, pair)));
  return [...once, ...twice];
}

type Change = readonly [string, Fact];

function pairsOf(changes: readonly Change[]): readonly (readonly [Change, Change])[] {
  const few = changes.filter(([code], index) => changes.slice(0, index).filter(([other]) => other === code).length < 5);
  return few.flatMap((first, index) =>
    few
      .slice(index + 1)
      .flatMap((second): readonly (readonly [Change, Change])[] => (first[0] === second[0] ? [] : [[first, second]])),
  );
}

function withBoth(shape: Shape, [first, second]: readonly [Change, Change]): Shape {
  return withFact(withFact(shape, ...first), ...second);
}

/** Stays that the amounts speak of, and one day less and more. */
function staysOf(searching: Searching): readonly number[] {
  const { amounts } = searching.points;
  const said = amounts
    .filter((amount) => amount <= 120)
    .flatMap((amount) => [amount - 1, amount, amount + 1, amount + 2]);
  return [...new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, ...said])].filter((stay) => stay >= 0).sort((a, b) => a - b);
}

function daysAndStays(shape: Shape, { ordinary }: Days, searching: Searching): readonly Shape[] {
  const days = [shape.day, ...ordinary.slice(0, 6)];
  return days.flatMap((day) => staysOf(searching).map((stay) => ({ ...shape, day, stay })));
}

function onEdges(shape: Shape, { edges }: Days, searching: Searching): readonly Shape[] {
  const few = staysOf(searching).filter((stay) => stay < 4 || stay === shape.stay);
  return edges.flatMap((day) => [...new Set([shape.stay, ...few])].map((stay) => ({ ...shape, day, stay })));
}

/** Groups of the same month: every choice of stays among few, then ways through the rules mixed. */
function groupsOf(size: number, shapes: readonly Shape[], searching: Searching): readonly TrialCase[] {
  const stays = size === 2 ? staysOf(searching).slice(0, 14) : staysOf(searching).slice(0, size === 3 ? 7 : 4);
  const ofOne = shapes
    .slice(0, 4)
    .flatMap((shape) => multisets(stays, size).map((each) => each.map((stay) => ({ ...shape, stay }))));
  const mixed =
    size > 3
      ? []
      : shapes.flatMap((first) =>
          shapes.flatMap((second) =>
            stays
              .slice(0, 5)
              .map((stay): TrialCase => [
                ...Array.from({ length: size - 1 }, () => first),
                { ...second, day: first.day, stay },
              ]),
          ),
        );
  return [...ofOne, ...mixed];
}

function multisets(from: readonly number[], size: number): readonly (readonly number[])[] {
  if (size === 0) return [[]];
  return from.flatMap((first, index) => multisets(from.slice(index), size - 1).map((rest) => [first, ...rest]));
}

/** Cases put together by lot: a linear congruence of 2^31, the same on every host. */
function drawn(round: number, shapes: readonly Shape[], days: Days, searching: Searching): readonly TrialCase[] {
  let state = 20_200_101 + round;
  const draw = <T>(from: readonly T[]): T | undefined => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return from[Math.floor(state / 65_536) % from.length];
  };
  const stays = staysOf(searching);
  const changes = [...searching.vocabulary.others].flatMap(([code, facts]) =>
    facts.map((fact): Change => [code, fact]),
  );
  const around = [...days.ordinary.slice(0, 4), ...days.edges];
  return Array.from({ length: 600 }, () => {
    const day = draw(around) ?? 0;
    const size = draw([1, 1, 2, 2, 3, searching.limits.episodes]) ?? 1;
    return Array.from({ length: Math.min(size, searching.limits.episodes) }, () => {
      const start = draw(shapes);
      const beside: Shape = {
        day: day + (draw([0, 0, 0, 1, -1, 7]) ?? 0),
        stay: draw(stays) ?? 0,
        odd: start?.odd ?? new Map(),
      };
      const count = draw([0, 0, 1, 2, 3]) ?? 0;
      return Array.from({ length: count }, () => draw(changes)).reduce<Shape>(
        (shape, change) => (change === undefined ? shape : withFact(shape, ...change)),
        beside,
      );
    });
  });
}
