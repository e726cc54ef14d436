// What a program is made of, one entry for each thing that can change by itself: what it means and what it reads.
// Rule: the meaning leaves out what no run depends on (clauses, quotes, titles, reasons); all versions and readings of a
// rule are one thing; a value is one thing, or one for each of its rows.

import { canonical } from "@avtal/compiler/ir/canonical";
import type { Clause, ClauseIndex, Field, Id, Program, RegisterIr, Rule, Value } from "@avtal/compiler/ir/ir";
import { dateText } from "@avtal/runtime/calendar";
import { withLater } from "@avtal/runtime/later";
import type { ThingSort } from "./change.ts";
import { isAlike, objectsIn } from "./json-walk.ts";
import type { Standing } from "./side.ts";

export interface Thing {
  /** `value stockholm.tidsgräns`, with `@2021-11-01` behind it for one row. */
  readonly key: string;
  /** The key without a row's day: what others read. */
  readonly node: string;
  readonly sort: ThingSort;
  readonly document: string;
  readonly name: string;
  readonly from: number | null;
  readonly meaning: string;
  /** The meaning with the words around it. */
  readonly whole: string;
  /** Nodes that it reads directly. */
  readonly reads: ReadonlySet<string>;
  /** What those who read it rely on: its kind, and what its cells depend on. */
  readonly shape: string;
  readonly clause: ClauseIndex | null;
  /** For a rule: whether it decides what is charged, or only counts. */
  readonly charges: boolean;
  /** What it was made of, with the clauses that are cited there. */
  readonly said: unknown;
  readonly clauses: readonly Clause[];
}

export type Things = ReadonlyMap<string, Thing>;

/** Nothing of a run depends on which of the two it is. */
export function meanSame(a: Thing | undefined, b: Thing | undefined): boolean {
  return isOneObject(a, b) || a?.meaning === b?.meaning;
}

export function saySame(a: Thing | undefined, b: Thing | undefined): boolean {
  return isOneObject(a, b) || a?.whole === b?.whole;
}

/** Most things are the same parts on both sides, which is seen without writing them out. */
function isOneObject(a: Thing | undefined, b: Thing | undefined): boolean {
  return a === b || (a?.clauses === b?.clauses && isAlike(a?.said, b?.said));
}

/** `byRow`: values that are compared row by row. */
export function thingsOf(standing: Standing, byRow: ReadonlySet<Id>): Things {
  const { program, events, readings, values } = standing;
  const things = [
    ...program.documents.map((document) =>
      thingFrom(
        { sort: "document", document: document.name, id: document.name, said: { ...document, files: [] } },
        program,
      ),
    ),
    ...program.fields.map((field) => vocabularyThing("field", field, program)),
    ...program.registers.map((register) => vocabularyThing("register", register, program)),
    ...program.events.map((event) =>
      thingFrom(
        {
          sort: "event",
          document: documentIn(event.id),
          id: event.id,
          said: { state: event.state, given: givenFor(event.id, events) },
          clause: event.clause,
        },
        program,
      ),
    ),
    ...program.questions.map((question) => {
      const given = readings.get(question.id) ?? null;
      const chosen = question.chosen.map(({ from, reading }) => ({ from, reading }));
      const said = given === null ? chosen : [{ from: null, reading: given }];
      return thingFrom(
        { sort: "question", document: question.document, id: question.id, said, clause: question.clause },
        program,
      );
    }),
    ...program.values.flatMap((value) => valueThings(value, standing, byRow.has(value.id))),
    ...program.measured.map((measured) => {
      const supplied = values.filter(({ value }) => value === measured.id).map(suppliedMeaning);
      return thingFrom({ sort: "measured", ...measured, said: { measured, supplied } }, program, measured.kind);
    }),
    ...program.terms.map((term) => thingFrom({ sort: "term", ...term, said: term }, program, term.kind)),
    ...[...versionsByName(program.rules)].map(([id, versions]) => ruleThing(id, versions, program)),
  ];
  return new Map(things.map((thing) => [thing.key, thing]));
}

/** All versions and readings of each rule, by document and name, in the order of the first. */
export function versionsByName(rules: readonly Rule[]): ReadonlyMap<Id, readonly Rule[]> {
  const versions = new Map<Id, Rule[]>();
  for (const rule of rules) {
    const id = `${rule.document}.${rule.name}`;
    versions.set(id, [...(versions.get(id) ?? []), rule]);
  }
  return versions;
}

/** Both sides' rows of a value can be mixed: the first begins on the same day, and nothing stands behind a guard. */
export function rowByRow(a: Standing, b: Standing): ReadonlySet<Id> {
  const others = new Map(b.program.values.map((value) => [value.id, value]));
  const supplied = new Set([...a.values, ...b.values].map(({ value }) => value));
  const ids = a.program.values.filter((value) => {
    const other = others.get(value.id);
    return other !== undefined && !supplied.has(value.id) && canMix(value, other);
  });
  return new Set(ids.map(({ id }) => id));
}

function canMix(a: Value, b: Value): boolean {
  const dated = (value: Value): boolean =>
    new Set(value.rows.map(({ from }) => from)).size === value.rows.length &&
    value.rows.every(({ guard }) => guard === null);
  return (
    a.rows.length > 0 &&
    a.rows[0]?.from === b.rows[0]?.from &&
    a.until === b.until &&
    canonical(shapeOf(a)) === canonical(shapeOf(b)) &&
    dated(a) &&
    dated(b)
  );
}

interface Described {
  readonly sort: ThingSort;
  /** The word in the key, where it is not the sort. */
  readonly part?: "field" | "register";
  readonly document: string;
  readonly id: Id;
  readonly said: unknown;
  readonly clause?: ClauseIndex | null;
  readonly from?: number | null;
  readonly charges?: boolean;
}

function thingFrom(described: Described, program: Program, shape: unknown = null): Thing {
  const { sort, document, id, said, clause = null, from = null, charges = false } = described;
  const { clauses } = program;
  const node = `${described.part ?? sort} ${id}`;
  const named = {
    key: from === null ? node : `${node}@${dateText(from)}`,
    node,
    sort,
    document,
    name: id.startsWith(`${document}.`) ? id.slice(document.length + 1) : id,
    from,
    clause,
    charges,
    said,
    clauses,
  };
  // Each written out when it is first asked for: of most things nobody does.
  return withLater(named, {
    meaning: () => canonical(meaningOf(said)),
    whole: () => canonical(withClauses(said, clauses)),
    reads: () => nodesRead(said),
    shape: () => canonical(shape),
  });
}

/** Whoever reads a field or a register relies on all of it. Registers are large and the same on most sides. */
function vocabularyThing(part: "field" | "register", it: Field | RegisterIr, program: Program): Thing {
  const known = vocabulary.get(it);
  if (known !== undefined) return known;
  const thing = thingFrom(
    { sort: "vocabulary", part, document: documentIn(it.id), id: it.id, said: { ...it, doc: null } },
    program,
    { ...it, doc: null },
  );
  vocabulary.set(it, thing);
  return thing;
}

const vocabulary = new WeakMap<Field | RegisterIr, Thing>();

function valueThings(value: Value, { program, values }: Standing, byRow: boolean): readonly Thing[] {
  const { id, document, rows } = value;
  const shape = shapeOf(value);
  if (byRow) {
    return rows.map((row) =>
      thingFrom(
        { sort: "value", document, id, from: row.from, clause: row.clause, said: { row, by: value.dependsOn } },
        program,
        shape,
      ),
    );
  }
  const supplied = values.filter((one) => one.value === id).map(suppliedMeaning);
  const clause = rows.find((row) => row.clause !== null)?.clause ?? null;
  return [thingFrom({ sort: "value", document, id, clause, said: { value, supplied } }, program, shape)];
}

function shapeOf({ kind, dependsOn }: Value): object {
  return { kind, dependsOn };
}

function ruleThing(id: Id, rules: readonly Rule[], program: Program): Thing {
  const [first] = rules;
  const { document = "", clause = null } = first ?? {};
  const said = rules.map((rule) => ({
    ...rule,
    insteadOf: [...rule.insteadOf].sort(),
    onTopOf: [...rule.onTopOf].sort(),
  }));
  const charges = rules.some(({ purpose }) => purpose.kind !== "statistic");
  return thingFrom({ sort: "rule", document, id, said, clause, charges }, program);
}

function suppliedMeaning({ from, exact }: Standing["values"][number]): object {
  return { from, over: String(exact.over), under: String(exact.under) };
}

function givenFor(event: Id, events: ReadonlyMap<Id, string | null>): string | null {
  return events.has(event) ? (events.get(event) ?? "not yet") : null;
}

/** What no run depends on: cited clauses and what is said to people only. */
const forPeople: ReadonlySet<string> = new Set([
  ...["clause", "doc", "says", "title", "asks", "reason", "preliminary", "files"],
]);

function meaningOf(said: unknown): unknown {
  if (Array.isArray(said)) return said.map(meaningOf);
  if (typeof said !== "object" || said === null) return said;
  const entries: [string, unknown][] = Object.entries(said);
  return Object.fromEntries(
    entries.filter(([key]) => !forPeople.has(key)).map(([key, held]) => [key, meaningOf(held)]),
  );
}

/** A clause by its words: its number differs between programs that say the same. */
function withClauses(said: unknown, clauses: readonly Clause[]): unknown {
  if (Array.isArray(said)) return said.map((part) => withClauses(part, clauses));
  if (typeof said !== "object" || said === null) return said;
  const entries: [string, unknown][] = Object.entries(said);
  return Object.fromEntries(
    entries.map(([key, held]) =>
      key === "clause" && typeof held === "number" ? [key, clauses[held] ?? null] : [key, withClauses(held, clauses)],
    ),
  );
}

function nodesRead(said: unknown): ReadonlySet<string> {
  const nodes = new Set<string>();
  for (const part of objectsIn(said)) {
    const held = new Map<string, unknown>(Object.entries(part));
    const kind = held.get("kind");
    for (const [of, property, sort] of readers) {
      const id = held.get(property);
      if (kind === of && typeof id === "string") nodes.add(`${sort} ${id}`);
    }
    const question = held.get("question");
    if (typeof question === "string" && Array.isArray(held.get("readings"))) nodes.add(`question ${question}`);
  }
  return nodes;
}

/** Kind of expression → the property that names what is read → its sort. */
const readers: readonly (readonly [string, string, string])[] = [
  ["field", "field", "field"],
  ["choice", "field", "field"],
  ["term", "term", "term"],
  ["value", "value", "value"],
  ["measured", "measured", "measured"],
  ["eventDate", "event", "event"],
  ["fact", "register", "register"],
  ["payerOn", "register", "register"],
];

function documentIn(id: Id): string {
  return id.slice(0, Math.max(0, id.indexOf(".")));
}
