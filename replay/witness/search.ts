// Looks for cases that tell two wordings apart, in rounds from one ordinary episode to groups of several.
// Rule: the same programs give the same cases in the same order; nothing is drawn from a host.

import type { Program } from "@avtal/compiler/ir/ir";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Breakpoints } from "./breakpoints.ts";
import { compare } from "./case-size.ts";
import { drawnCases } from "./drawn-cases.ts";
import { factText, type Shape, type Vocabulary } from "./episode-shapes.ts";
import { changedBeside, groupsAtLimits, groupsOfStays, mixedGroups, monthsInARow } from "./group-cases.ts";
import { daysOf, type Days } from "./ordinary-days.ts";
import { differenceOf } from "./outcomes.ts";
import { casesOfRules } from "./paid-cases.ts";
import {
  changedInOne,
  changedInTwo,
  changedOnDays,
  onEdges,
  ordinaryOnes,
  otherStays,
  payersOnEdges,
} from "./single-cases.ts";
import type { TrialCase, Tried, Try } from "./trials.ts";
import type { DifferenceSort, WitnessLimits } from "./verdict.ts";

export interface Found {
  readonly in: DifferenceSort;
  readonly of: TrialCase;
}

export interface Searching {
  /** Both programs, with what the choices of their runs leave of them. */
  readonly programs: readonly Program[];
  readonly points: Breakpoints;
  readonly vocabulary: Vocabulary;
  readonly tries: Try;
  readonly limits: WitnessLimits;
  /** Counted up as cases are evaluated. */
  readonly spent: { cases: number; episodes: number };
}

/** The cases of each round that differ, the smallest first. */
export function* differingRounds(searching: Searching): Generator<readonly Found[]> {
  const days = daysOf(searching.points);
  const seen = new Set<string>();
  const met: Met = { ways: new Map(), effects: new Map() };
  const round = (cases: readonly TrialCase[]): readonly Found[] => differingOf(cases, met, seen, searching);
  const single = (shapes: readonly Shape[]): readonly Found[] => round(shapes.map((shape) => [shape]));
  const ways = (): readonly Shape[] => paidFirst(met.ways);

  yield single(ordinaryOnes(days, searching.points));
  // Later on a way is remembered by a shorter stay with something odd about it.
  const usual = ways();
  yield single(ways().flatMap((shape) => changedInOne(shape, searching)));
  yield single(
    paidInOtherWays(met.ways)
      .slice(0, 2)
      .flatMap((shape) => [...otherStays(shape, days, searching), ...onEdges(shape, days, searching)]),
  );
  yield single(
    ways()
      .slice(0, 2)
      .flatMap((shape) => changedInTwo(shape, searching)),
  );
  const [ordinary] = ordinaryOnes(days, searching.points);
  if (ordinary !== undefined) yield single(changedInTwo(ordinary, searching));
  yield round(casesOfRules(searching.programs, days, searching));
  if (searching.limits.episodes > 1) yield round(usual.slice(0, 1).flatMap((shape) => changedBeside(shape, searching)));
  for (let again = 0; again < 2; again += 1) yield single(ways().flatMap((shape) => changedInOne(shape, searching)));
  for (const shape of paidInOtherWays(met.ways).slice(0, 2)) yield single(changedInTwo(shape, searching));
  yield single(
    ways()
      .slice(0, 2)
      .flatMap((shape) => changedOnDays(shape, days, searching)),
  );
  yield single(ways().flatMap((shape) => otherStays(shape, days, searching)));
  yield single(ways().flatMap((shape) => onEdges(shape, days, searching)));
  yield single(payersOnEdges(ways(), days, searching));
  for (const size of [2, 3, 4]) {
    if (size > searching.limits.episodes) continue;
    yield round(groupsOfStays(size, ways(), searching));
    if (size < 4) yield round(mixedGroups(size, [...met.effects.values()], searching));
  }
  yield round([...groupsAtLimits(ways(), searching), ...monthsInARow(ways(), searching)]);
  for (const shape of paidInOtherWays(met.ways)) yield single(changedInTwo(shape, searching));
  for (let more = 0; more < 6; more += 1)
    yield round(drawnCases(more, [...ways(), ...met.effects.values()], days, searching));
  yield mayStop(ways(), days).slice(0, roomForRuns(searching));
}

/** A run of a case as it is costs as much as this many trials. */
const trialsPerRun = 100;

function roomForRuns({ limits, spent }: Searching): number {
  return Math.max(0, Math.floor((limits.cases - spent.cases) / trialsPerRun));
}

/** Trials know every value. Where one is not known, only a run as it is can tell that it stops under one of the two. */
function mayStop(ways: readonly Shape[], { ordinary }: Days): readonly Found[] {
  const moved = ways.slice(0, 4).flatMap((shape) => ordinary.map((day) => ({ ...shape, day })));
  const cases = [...ways, ...moved].map((shape): TrialCase => [shape]).sort(compare);
  return cases.map((of) => ({ in: "stopped", of }));
}

/** What somebody pays for stands first: an episode that nobody pays for tells little apart. */
function paidFirst(ways: Met["ways"]): readonly Shape[] {
  const [paid, unpaid] = [true, false].map((isPaid) => [...ways].filter(([way]) => way.includes(" line") === isPaid));
  return [...(paid ?? []), ...(unpaid ?? [])].map(([, shape]) => shape);
}

/** Episodes that are paid for, one for each set of rules that charges. */
function paidInOtherWays(ways: Met["ways"]): readonly Shape[] {
  const byRules = new Map<string, Shape>();
  for (const [way, shape] of ways) {
    const rules = [...new Set(way.split("\n").filter((step) => step.endsWith(" line")))].sort(byCodePoint).join("\n");
    if (rules !== "" && !byRules.has(rules)) byRules.set(rules, shape);
  }
  return [...byRules.values()].slice(0, mostOtherWays);
}

const mostOtherWays = 7;

/** Episodes that stand for all that has been met so far, the most ordinary one of each sort. */
interface Met {
  /** By the rules that they come to. */
  readonly ways: Map<string, Shape>;
  /** By what they lead to as well: days and payers that differ. */
  readonly effects: Map<string, Shape>;
}

const mostWays = 24;
const mostEffects = 40;
/** Effects of the same facts, so that twenty payers leave room for a clock time. */
const mostAlike = 3;

function differingOf(cases: readonly TrialCase[], met: Met, seen: Set<string>, searching: Searching): readonly Found[] {
  const found: Found[] = [];
  for (const tried of evaluated(cases, seen, searching)) {
    remember(tried, met);
    const sort = differenceOf(tried.a, tried.b);
    const counts = sort !== "figures" || searching.limits.figures === "compared";
    if (sort !== undefined && counts) found.push({ in: sort, of: tried.of });
  }
  return found.sort((x, y) => compare(x.of, y.of));
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
  const facts = [...odd].map(([code, fact]) => `${code} ${factText(fact)}`).sort(byCodePoint);
  return `${day} ${stay} ${facts.join(" ")}`;
}

function remember({ of, a, b }: Tried, { ways, effects }: Met): void {
  const [shape] = of;
  if (shape === undefined || of.length > 1) return;
  const way = `${a.path}\n\n${b.path}`;
  keepSmaller(ways, way, shape, mostWays);
  const [first = shape] = paidFirst(ways);
  if (shape.day !== first.day || shape.stay !== first.stay) return;
  const codes = [...shape.odd.keys()].sort(byCodePoint).join(" ");
  const alike = [...effects.values()].filter(({ odd }) => [...odd.keys()].sort(byCodePoint).join(" ") === codes);
  const key = [way, a.amounts, b.amounts].join("\n\n");
  if (alike.length < mostAlike || effects.has(key)) keepSmaller(effects, key, shape, mostEffects);
}

function keepSmaller(kept: Map<string, Shape>, key: string, shape: Shape, most: number): void {
  const before = kept.get(key);
  if (before === undefined ? kept.size < most : compare([shape], [before]) < 0) kept.set(key, shape);
}
