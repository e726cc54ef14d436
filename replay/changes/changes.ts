// The table of contents of a comparison without data: two sides in, what changed in meaning out, clause by clause.
// Rule: what changed is found in the programs; the words for it are those of the texts.

import type { Id, Program } from "@avtal/compiler/ir/ir";
import { select } from "@avtal/compiler/ir/select";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { standing } from "./as-worded.ts";
import { besideEachOther } from "./beside.ts";
import type { Change, Changes, CitedWords, ThingSort } from "./change.ts";
import { changeClass, gravest } from "./change-class.ts";
import { changeSentence } from "./change-sentence.ts";
import { byPlace } from "./clause-order.ts";
import { firstDays, type FirstDays } from "./first-days.ts";
import { mixing, type Mixing } from "./mixture.ts";
import { saidLines } from "./said-lines.ts";
import type { Side, Standing } from "./side.ts";
import { standingOf } from "./standing.ts";
import { meanSame, rowByRow, saySame, thingsOf, type Thing, type Things } from "./thing.ts";
import { pairsOf, sortOf, unitsOf, type ThingPair } from "./units.ts";

export interface Comparing {
  readonly a: Side;
  readonly b: Side;
  readonly mode: "counterfactual" | "in-force";
  /** Last day of the months that were already charged; null where that is not said. */
  readonly chargedThrough: number | null;
}

export interface ChangesFound {
  readonly changes: Changes;
  /** What can move an amount, in groups that are applied together, in clause order. */
  readonly units: readonly (readonly string[])[];
  readonly mixing: Mixing;
}

export function changesBetween(comparing: Comparing): ChangesFound {
  const { a, b, mode } = comparing;
  const standingA = standingOf(a, mode);
  const standingB = standingOf(b, mode);
  const byRow = rowByRow(standingA, standingB);
  const things = { a: thingsOf(standingA, byRow), b: thingsOf(standingB, byRow) };
  const pairs = pairsOf(things.a, things.b).filter((pair) => !saySame(pair.a, pair.b));
  const moving = pairs.filter((pair) => !meanSame(pair.a, pair.b));
  const inert = inertAmong(moving, { a: standingA, b: standingB, byRow });
  const seen: Seen = {
    comparing,
    things,
    programs: { a: standingA.program, b: standingB.program },
    inert,
    firstDaysOf: oncePerComparison(a, b),
    rulesChosen: { a: rulesUnderChoice(standingA), b: rulesUnderChoice(standingB) },
  };
  const changes = pairs
    .filter(isWorthSaying)
    .map((pair) => changeFrom(pair, seen))
    .sort(inClauseOrder(seen));
  const rank = new Map(changes.map(({ key }, index) => [key, index]));
  const rankOf = (keys: readonly string[]): number => Math.min(...keys.map((key) => rank.get(key) ?? Infinity));
  const able = moving.filter(({ key }) => !inert.has(key));
  const isAble = new Set(
    changes.filter((change) => change.class !== "text" && change.class !== "data").map(({ key }) => key),
  );
  const units = unitsOf(able, { ...things, programA: standingA.program, programB: standingB.program })
    .filter((keys) => keys.some((key) => isAble.has(key)))
    .map((keys) => [...keys].sort((x, y) => (rank.get(x) ?? 0) - (rank.get(y) ?? 0)))
    .sort((x, y) => rankOf(x) - rankOf(y));
  return {
    changes: { changes, class: gravest(changes.map((change) => change.class)) },
    units,
    mixing: mixing(standingA, standingB, byRow),
  };
}

export interface Seen {
  readonly comparing: Comparing;
  readonly things: { readonly a: Things; readonly b: Things };
  readonly programs: { readonly a: Program; readonly b: Program };
  /** Keys of things that say the same under every reading that is chosen on either side. */
  readonly inert: ReadonlySet<string>;
  readonly firstDaysOf: FirstDays;
  /** Keys of the rules that stand under the readings that each side has chosen. */
  readonly rulesChosen: { readonly a: ReadonlySet<string>; readonly b: ReadonlySet<string> };
}

/** Worked out when it is first asked for. */
function oncePerComparison(a: Side, b: Side): FirstDays {
  let found: FirstDays | undefined;
  return (node) => {
    found ??= firstDays(a, b);
    return found(node);
  };
}

/** What only differs under readings that neither side has chosen cannot move anything. */
function inertAmong(
  pairs: readonly ThingPair[],
  { a, b, byRow }: { readonly a: Standing; readonly b: Standing; readonly byRow: ReadonlySet<Id> },
): ReadonlySet<string> {
  if (pairs.length === 0) return new Set();
  const choices = [chosenIn(a), chosenIn(b)];
  const selected = choices.map((choice) => ({
    a: thingsOf({ ...a, program: withChoice(a.program, choice) }, byRow),
    b: thingsOf({ ...b, program: withChoice(b.program, choice) }, byRow),
  }));
  const isInert = ({ key, a: thing, b: other }: ThingPair): boolean =>
    (thing ?? other)?.sort !== "question" && selected.every((things) => meanSame(things.a.get(key), things.b.get(key)));
  return new Set(pairs.filter(isInert).map(({ key }) => key));
}

function rulesUnderChoice(side: Standing): ReadonlySet<string> {
  const { rules } = withChoice(side.program, chosenIn(side));
  return new Set(standing(rules).map(({ document, name }) => `rule ${document}.${name}`));
}

function chosenIn({ program, readings }: Standing): ReadonlyMap<Id, string> {
  const settled = program.questions.flatMap(({ id, chosen }): [Id, string][] => {
    const given = readings.get(id);
    const [only, ...others] = chosen;
    if (given !== undefined) return [[id, given]];
    return only === undefined || others.length > 0 ? [] : [[id, only.reading]];
  });
  return new Map(settled);
}

function withChoice(program: Program, choice: ReadonlyMap<Id, string>): Program {
  const known = program.questions.flatMap(({ id, readings }): [Id, string][] => {
    const reading = choice.get(id);
    return reading !== undefined && readings.some(({ name }) => name === reading) ? [[id, reading]] : [];
  });
  return select(program, { wording: null, readings: new Map(known), events: new Map() });
}

/** A field that one side alone has is said where it is read. */
function isWorthSaying(pair: ThingPair): boolean {
  return sortOf(pair) !== "vocabulary" || (pair.a !== undefined && pair.b !== undefined);
}

function changeFrom(pair: ThingPair, seen: Seen): Change {
  const { comparing, programs } = seen;
  const { a, b, key } = pair;
  const thing = certain(b ?? a);
  const linesOf = (one: Thing | undefined, side: Side): ReturnType<typeof saidLines> =>
    one === undefined ? [] : saidLines(one, side, comparing.mode === "counterfactual" ? side.wording : null);
  const lines = besideEachOther(linesOf(a, comparing.a), linesOf(b, comparing.b));
  const kind = kindOf(pair, seen);
  const { class: of, because } = changeClass(pair, seen);
  return {
    key,
    sort: thing.sort,
    document: thing.document,
    name: thing.name,
    from: key.startsWith(`${thing.node}@`) ? key.slice(thing.node.length + 1) : null,
    kind,
    class: of,
    because,
    says: changeSentence({ thing, kind, lines, isDated: (comparing.a.wording ?? comparing.b.wording) !== null }),
    lines,
    cited: { a: citedBy(a, programs.a), b: citedBy(b, programs.b) },
  };
}

/** What stands on one side only is added or ended, also where a reading that was not chosen keeps it. */
function kindOf({ a, b, key }: ThingPair, { rulesChosen }: Seen): Change["kind"] {
  const isRule = (a ?? b)?.sort === "rule";
  const isIn = {
    a: a !== undefined && (!isRule || rulesChosen.a.has(key)),
    b: b !== undefined && (!isRule || rulesChosen.b.has(key)),
  };
  if (isIn.a === isIn.b) return a === undefined ? "added" : b === undefined ? "ended" : "changed";
  return isIn.b ? "added" : "ended";
}

function citedBy(thing: Thing | undefined, program: Program): CitedWords | null {
  const clause = thing === undefined || thing.clause === null ? undefined : program.clauses[thing.clause];
  if (clause === undefined) return null;
  const { document, place, source, quote, assumption } = clause;
  return { document, place, source, quote, assumption };
}

const sortOrder: readonly ThingSort[] = [
  ...(["document", "vocabulary", "event", "question", "value", "measured", "term", "rule"] as const),
];

/** The main document first; within a document by place, then by sort and name. The same whichever side is first. */
function inClauseOrder({ programs }: Seen): (one: Change, other: Change) => number {
  const rankOf = (document: string): number => (document === programs.a.main || document === programs.b.main ? 0 : 1);
  const placeOf = ({ cited }: Change): string => {
    const places = [cited.a?.place ?? "", cited.b?.place ?? ""].filter((place) => place !== "").sort(byPlace);
    return places[0] ?? "";
  };
  return (one, other) =>
    rankOf(one.document) - rankOf(other.document) ||
    byCodePoint(one.document, other.document) ||
    byPlace(placeOf(one), placeOf(other)) ||
    sortOrder.indexOf(one.sort) - sortOrder.indexOf(other.sort) ||
    byCodePoint(one.key, other.key);
}

function certain(thing: Thing | undefined): Thing {
  if (thing === undefined) throw new Error("A pair of things has neither.");
  return thing;
}
