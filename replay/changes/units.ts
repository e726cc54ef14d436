// Which changed things must be applied together, so that every mixture of the two sides is a program that can be run.
// Rule: a unit is as small as it can be. What only one side defines is there in every mixture and is no unit of its own.

import type { Id, Program } from "@avtal/compiler/ir/ir";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import type { Thing, Things } from "./thing.ts";

/** Both sides' states of one thing; at least one is there. */
export interface ThingPair {
  readonly key: string;
  readonly a: Thing | undefined;
  readonly b: Thing | undefined;
}

export interface TwoSides {
  readonly a: Things;
  readonly b: Things;
  readonly programA: Program;
  readonly programB: Program;
}

/** Every thing of either side, by key: the same whichever side is first. */
export function pairsOf(a: Things, b: Things): readonly ThingPair[] {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].sort(byCodePoint).map((key) => ({ key, a: a.get(key), b: b.get(key) }));
}

export function nodeOf({ a, b, key }: ThingPair): string {
  return b?.node ?? a?.node ?? key;
}

export function sortOf({ a, b }: ThingPair): Thing["sort"] {
  return b?.sort ?? a?.sort ?? "rule";
}

/** `changed`: the pairs whose meaning differs. Each key stands in one group. */
export function unitsOf(changed: readonly ThingPair[], sides: TwoSides): readonly (readonly string[])[] {
  if (sides.programA.main !== sides.programB.main) return changed.length === 0 ? [] : [changed.map(({ key }) => key)];
  const groups = new Groups(changed.map(({ key }) => key));
  joinVocabulary(changed, groups);
  joinCircles(changed, sides, groups);
  joinReshaped(changed, sides, groups);
  joinOneSidedDocuments(changed, sides, groups);
  joinReplacedRules(changed, sides, groups);
  joinDefinitions(changed, groups);
  return groups.all();
}

/** The columns of a file are read with one vocabulary or with the other. */
function joinVocabulary(changed: readonly ThingPair[], groups: Groups): void {
  groups.join(changed.filter((pair) => sortOf(pair) === "vocabulary" && isOnBoth(pair)).map(({ key }) => key));
}

/** What reads each other in a circle, where one reading is of `a` and the other of `b`. */
function joinCircles(changed: readonly ThingPair[], sides: TwoSides, groups: Groups): void {
  const reads = readsOfBoth(sides);
  const reached = new Map(changed.map((pair) => [pair.key, reachedFrom(nodeOf(pair), reads)]));
  for (const pair of changed) {
    const circle = changed.filter(
      (other) =>
        reached.get(pair.key)?.has(nodeOf(other)) === true && reached.get(other.key)?.has(nodeOf(pair)) === true,
    );
    groups.join([pair.key, ...circle.map(({ key }) => key)]);
  }
}

/** Of what another kind is read, those who read it and rely on the kind come along, and what else they read. */
function joinReshaped(changed: readonly ThingPair[], sides: TwoSides, groups: Groups): void {
  const reshaped = changed.filter(({ a, b }) => a !== undefined && b !== undefined && a.shape !== b.shape);
  if (reshaped.length === 0) return;
  const changedKeys = new Set(changed.map(({ key }) => key));
  for (const reader of pairsOf(sides.a, sides.b)) {
    const read = reshaped.filter((pair) => readsNode(reader, nodeOf(pair))).map(({ key }) => key);
    if (read.length > 0) groups.join(changedKeys.has(reader.key) ? [...read, reader.key] : read);
  }
}

/** A document that only one side leads to comes and goes whole. */
function joinOneSidedDocuments(changed: readonly ThingPair[], sides: TwoSides, groups: Groups): void {
  const roleIn = (program: Program): ReadonlyMap<string, string> =>
    new Map(program.documents.map(({ name, role }) => [name, role]));
  const [rolesA, rolesB] = [roleIn(sides.programA), roleIn(sides.programB)];
  const others = [...new Set([...rolesA.keys(), ...rolesB.keys()])].filter(
    (name) => rolesA.get(name) !== rolesB.get(name),
  );
  groups.join(
    changed
      .filter(({ a, b }) => others.includes(b?.document ?? a?.document ?? "") || isMainDocument(a ?? b, sides, others))
      .map(({ key }) => key),
  );
}

/** The main document names its fallback. */
function isMainDocument(thing: Thing | undefined, { programA }: TwoSides, others: readonly string[]): boolean {
  return others.length > 0 && thing?.sort === "document" && thing.name === programA.main;
}

/** A rule that ends and one that begins, where neither stands before the other, take each other's place. */
function joinReplacedRules(changed: readonly ThingPair[], sides: TwoSides, groups: Groups): void {
  const charging = changed.filter(({ a, b }) => (a ?? b)?.sort === "rule" && (a ?? b)?.charges === true);
  const ended = charging.filter(({ b }) => b === undefined);
  const begun = charging.filter(({ a }) => a === undefined);
  const related = relations(sides);
  for (const { key } of ended) {
    for (const other of begun) {
      if (!related(ruleId(key), ruleId(other.key))) groups.join([key, other.key]);
    }
  }
}

function relations({ programA, programB }: TwoSides): (a: Id, b: Id) => boolean {
  const names = new Map(
    [...programA.rules, ...programB.rules].map((rule) => [rule.id, `${rule.document}.${rule.name}`]),
  );
  const pairs = new Set(
    [...programA.rules, ...programB.rules].flatMap((rule) =>
      [...rule.insteadOf, ...rule.onTopOf].flatMap((id) => {
        const [one, other] = [names.get(rule.id) ?? rule.id, names.get(id) ?? id];
        return [`${one}\n${other}`, `${other}\n${one}`];
      }),
    ),
  );
  return (a, b) => pairs.has(`${a}\n${b}`);
}

function ruleId(key: string): Id {
  return key.slice("rule ".length);
}

/** What one side alone defines goes with the first changed thing that reads it. */
function joinDefinitions(changed: readonly ThingPair[], groups: Groups): void {
  const definitions = changed.filter((pair) => isDefinition(pair));
  // A definition may be read by another one, which stands before or behind it.
  for (const definition of [...definitions].reverse()) {
    const reader = changed.find((other) => other.key !== definition.key && readsNode(other, nodeOf(definition)));
    if (reader !== undefined) groups.join([reader.key, definition.key]);
  }
}

/** There on one side only, and of a sort that does nothing by being there. */
export function isDefinition(pair: ThingPair): boolean {
  const sort = sortOf(pair);
  const isWhole = (pair.a ?? pair.b)?.from === null;
  return !isOnBoth(pair) && sort !== "rule" && sort !== "document" && (sort !== "value" || isWhole);
}

function isOnBoth({ a, b }: ThingPair): boolean {
  return a !== undefined && b !== undefined;
}

function readsNode({ a, b }: ThingPair, node: string): boolean {
  return a?.reads.has(node) === true || b?.reads.has(node) === true;
}

/** Everything that a node reads on either side. */
export function readsOfBoth({ a, b }: Pick<TwoSides, "a" | "b">): ReadonlyMap<string, ReadonlySet<string>> {
  const reads = new Map<string, Set<string>>();
  for (const thing of [...a.values(), ...b.values()]) {
    const known = reads.get(thing.node) ?? new Set<string>();
    for (const node of thing.reads) known.add(node);
    reads.set(thing.node, known);
  }
  return reads;
}

/** What a node reads, also by way of others; itself only where it reads itself. */
export function reachedFrom(node: string, reads: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [node];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    for (const read of reads.get(next) ?? []) {
      if (reached.has(read)) continue;
      reached.add(read);
      open.push(read);
    }
  }
  return reached;
}

/** Keys in groups that can be joined; groups come in the order of their first key. */
class Groups {
  readonly #parent: Map<string, string>;

  constructor(keys: readonly string[]) {
    this.#parent = new Map(keys.map((key) => [key, key]));
  }

  join(keys: readonly string[]): void {
    const [first, ...others] = keys;
    if (first === undefined) return;
    for (const other of others) this.#parent.set(this.#top(other), this.#top(first));
  }

  all(): readonly (readonly string[])[] {
    const groups = new Map<string, string[]>();
    for (const key of this.#parent.keys()) {
      const top = this.#top(key);
      groups.set(top, [...(groups.get(top) ?? []), key]);
    }
    return [...groups.values()];
  }

  #top(key: string): string {
    let top = key;
    for (let above = this.#parent.get(top); above !== undefined && above !== top; above = this.#parent.get(top)) {
      top = above;
    }
    return top;
  }
}
