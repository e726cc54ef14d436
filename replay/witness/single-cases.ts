// Cases of one episode: an ordinary one changed in one fact or two, in its days, or in who pays.

import type { Breakpoints } from "./breakpoints.ts";
import { lastOf, withFact, type Fact, type Shape, type Vocabulary } from "./episode-shapes.ts";
import type { Days } from "./ordinary-days.ts";
import type { Searching } from "./search.ts";

/** Longer than every limit that the rules count to, so that what is charged is charged. */
export function longStay(points: Breakpoints): number {
  return Math.max(3, ...points.amounts.filter((amount) => amount <= 40)) + 3;
}

export function ordinaryOnes({ ordinary }: Days, points: Breakpoints): readonly Shape[] {
  const stays = [longStay(points), 3];
  return ordinary.flatMap((day) => stays.map((stay): Shape => ({ day, stay, odd: new Map() })));
}

export type Change = readonly [string, Fact];

export function changesOf({ others }: Vocabulary): readonly Change[] {
  return [...others].flatMap(([code, facts]) => facts.map((fact): Change => [code, fact]));
}

export function changedInOne(shape: Shape, { vocabulary }: Searching): readonly Shape[] {
  return changesOf(vocabulary).map((change) => withFact(shape, ...change));
}

/** The same on an ordinary day of every span: what is out of the ordinary may matter in one of them alone. */
export function changedOnDays(shape: Shape, { ordinary }: Days, searching: Searching): readonly Shape[] {
  return ordinary.flatMap((day) => changedInOne({ ...shape, day }, searching));
}

/** Changes of one fact that are tried together with those of another, at most. */
const mostOfOne = 5;

export function changedInTwo(shape: Shape, { vocabulary }: Searching): readonly Shape[] {
  const few = [...vocabulary.others].flatMap(([code, facts]) => fewOf(facts).map((fact): Change => [code, fact]));
  return few.flatMap((first, index) =>
    few.slice(index + 1).flatMap((second) => (first[0] === second[0] ? [] : [withBoth(shape, first, second)])),
  );
}

/** That a fact is lacking stands last among what it may be otherwise, and is never left out. */
export function fewOf(facts: readonly Fact[]): readonly Fact[] {
  const lacking = facts.filter(({ kind }) => kind === "absent");
  return [...facts.filter(({ kind }) => kind !== "absent").slice(0, mostOfOne - lacking.length), ...lacking];
}

function withBoth(shape: Shape, first: Change, second: Change): Shape {
  return withFact(withFact(shape, ...first), ...second);
}

/** Stays that the amounts speak of, and one day less and more. */
export function staysOf({ points }: Searching): readonly number[] {
  const said = points.amounts.filter((amount) => amount <= longest);
  const beside = said.flatMap((amount) => [amount - 1, amount, amount + 1, amount + 2]);
  return [...new Set([0, 1, 2, 3, 4, 5, 6, 7, 8, ...beside])].filter((stay) => stay >= 0).sort((a, b) => a - b);
}

/** Days of the longest stay that is tried. */
const longest = 120;

export function otherStays(shape: Shape, { ordinary }: Days, searching: Searching): readonly Shape[] {
  const days = [shape.day, ...ordinary.slice(0, 6)];
  return days.flatMap((day) => staysOf(searching).map((stay) => ({ ...shape, day, stay })));
}

/** Whether an event before the last one decides, so that it is the start of a stay that has to lie on an edge. */
function decidesEarlier({ points }: Searching): boolean {
  const last = lastOf(points);
  return points.fields.some(({ id }) => points.deciding.has(id) && id !== last?.id);
}

/** Ends, or begins where that decides, on each day on which something changes, with a short stay and with its own. */
export function onEdges(shape: Shape, { edges }: Days, searching: Searching): readonly Shape[] {
  const stays = [...new Set([shape.stay, ...staysOf(searching).slice(0, 4)])];
  const ended = edges.flatMap((day) => stays.map((stay) => ({ ...shape, day, stay })));
  if (!decidesEarlier(searching)) return ended;
  return [...ended, ...edges.flatMap((day) => stays.map((stay) => ({ ...shape, day: day + stay, stay })))];
}

/** Every payer beside every other, on ordinary days and where the register changes. */
export function payersOnEdges(
  shapes: readonly Shape[],
  { ordinary, edges }: Days,
  { vocabulary, points }: Searching,
): readonly Shape[] {
  const [base] = shapes;
  const fields = vocabulary.fields.filter(({ kind }) => kind.kind === "payer");
  if (base === undefined || fields.length === 0) return [];
  const changes = edges.filter((day) => points.payerDays.some((each) => Math.abs(day - each) <= 1));
  const combined = fields.flatMap((field, index) =>
    fields.slice(index).flatMap((other) => {
      const facts = vocabulary.others.get(other.code) ?? [];
      const once = (vocabulary.others.get(field.code) ?? []).map((fact) => withFact(base, field.code, fact));
      return field === other ? once : once.flatMap((shape) => facts.map((fact) => withFact(shape, other.code, fact)));
    }),
  );
  return [...ordinary.slice(0, 2), ...changes.slice(0, 6)].flatMap((day) =>
    combined.flatMap((shape) => [4, 40].map((stay) => ({ ...shape, day, stay }))),
  );
}
