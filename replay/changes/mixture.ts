// A program between two sides: each thing as one side has it, and what only one side defines in any case.
// Rule: whatever is chosen by whole units gives a program that keeps every promise of the IR.

import { descendants } from "@avtal/compiler/ir/children";
import type { Expr, Id, Program, Rule, Term, Value, ValueRow } from "@avtal/compiler/ir/ir";
import { inQueueOrder } from "@avtal/compiler/ir/lower/rule-order";
import { readByMeasured, readByTerm, readByValue } from "@avtal/compiler/ir/parts";
import { dateText } from "@avtal/runtime/calendar";
import { withObjects } from "./json-walk.ts";
import type { Standing } from "./side.ts";
import { versionsByName } from "./thing.ts";

/** Whether a thing, by its key, is as in `b`. */
export type Chosen = (key: string) => boolean;

export interface Mixing {
  readonly a: Standing;
  readonly b: Standing;
  /** Values that are taken row by row. */
  readonly byRow: ReadonlySet<Id>;
}

/** Two sides whose clauses are numbered alike, so that their things can stand in one program. */
export function mixing(a: Standing, b: Standing, byRow: ReadonlySet<Id>): Mixing {
  if (a.program.clauses === b.program.clauses) return { a, b, byRow };
  const by = a.program.clauses.length;
  const shifted = withShiftedClauses(b.program, by);
  const clauses = [...a.program.clauses, ...b.program.clauses];
  return {
    a: { ...a, program: { ...a.program, clauses } },
    b: { ...b, program: { ...shifted, clauses } },
    byRow,
  };
}

function withShiftedClauses(program: Program, by: number): Program {
  const shift = (part: object): object | undefined => {
    const clause: unknown = Reflect.get(part, "clause");
    if (typeof clause !== "number") return undefined;
    const rest = Object.fromEntries(Object.entries(part).filter(([key]) => key !== "clause"));
    return { ...withObjects(rest, shift), clause: clause + by };
  };
  return { ...withObjects({ ...program, clauses: [] }, shift), clauses: program.clauses };
}

export function mixture(mixing: Mixing, isB: Chosen): Standing {
  return { program: mixedProgram(mixing, isB), ...mixedChoices(mixing, isB) };
}

function mixedProgram({ a, b, byRow }: Mixing, isB: Chosen): Program {
  const [ofA, ofB] = [a.program, b.program];
  const pick = <T extends { readonly id: Id }>(sort: string, fromA: readonly T[], fromB: readonly T[]): readonly T[] =>
    union({ ofA: fromA, ofB: fromB, idOf: ({ id }) => id, isB: (id) => isB(`${sort} ${id}`) });
  const values = pick("value", ofA.values, ofB.values).map((value) =>
    byRow.has(value.id) ? rowsOf(value, { a: ofA, b: ofB }, isB) : value,
  );
  const measured = pick("measured", ofA.measured, ofB.measured);
  return {
    ...ofB,
    documents: union({
      ofA: ofA.documents,
      ofB: ofB.documents,
      idOf: ({ name }) => name,
      isB: (name) => isB(`document ${name}`),
    }),
    fields: pick("field", ofA.fields, ofB.fields),
    registers: pick("register", ofA.registers, ofB.registers),
    events: pick("event", ofA.events, ofB.events),
    questions: pick("question", ofA.questions, ofB.questions),
    values,
    measured,
    terms: inEvaluationOrder(pick("term", ofA.terms, ofB.terms), values, measured),
    rules: rulesOf(ofA.rules, ofB.rules, isB),
    wordings: [],
  };
}

/** Readings, events and supplied values from the side that what they are about is from. */
function mixedChoices({ a, b }: Mixing, isB: Chosen): Omit<Standing, "program"> {
  const nodesIn = ({ program }: Standing): ReadonlySet<string> =>
    new Set([
      ...program.questions.map(({ id }) => `question ${id}`),
      ...program.events.map(({ id }) => `event ${id}`),
      ...program.values.map(({ id }) => `value ${id}`),
      ...program.measured.map(({ id }) => `measured ${id}`),
    ]);
  const [nodesA, nodesB] = [nodesIn(a), nodesIn(b)];
  const isOfB = (node: string): boolean => (nodesA.has(node) ? nodesB.has(node) && isB(node) : true);
  const fromSides = <T>(sort: string, fromA: ReadonlyMap<Id, T>, fromB: ReadonlyMap<Id, T>): ReadonlyMap<Id, T> =>
    new Map([
      ...[...fromA].filter(([id]) => !isOfB(`${sort} ${id}`)),
      ...[...fromB].filter(([id]) => isOfB(`${sort} ${id}`)),
    ]);
  const nodeOfValue = (id: Id): string =>
    nodesA.has(`measured ${id}`) || nodesB.has(`measured ${id}`) ? `measured ${id}` : `value ${id}`;
  return {
    readings: fromSides("question", a.readings, b.readings),
    events: fromSides("event", a.events, b.events),
    values: [
      ...a.values.filter(({ value }) => !isOfB(nodeOfValue(value))),
      ...b.values.filter(({ value }) => isOfB(nodeOfValue(value))),
    ],
  };
}

interface Union<T> {
  readonly ofA: readonly T[];
  readonly ofB: readonly T[];
  readonly idOf: (it: T) => string;
  readonly isB: (id: string) => boolean;
}

/** Everything of `b` in its order, as `a` has it where that is chosen, then what `a` alone has. */
function union<T>({ ofA, ofB, idOf, isB }: Union<T>): readonly T[] {
  const byIdA = new Map(ofA.map((it) => [idOf(it), it]));
  const idsB = new Set(ofB.map(idOf));
  return [
    ...ofB.map((it) => (isB(idOf(it)) ? it : (byIdA.get(idOf(it)) ?? it))),
    ...ofA.filter((it) => !idsB.has(idOf(it))),
  ];
}

function rowsOf(value: Value, programs: { readonly a: Program; readonly b: Program }, isB: Chosen): Value {
  const rowsIn = ({ values }: Program): readonly ValueRow[] => values.find(({ id }) => id === value.id)?.rows ?? [];
  const keyOf = ({ from }: ValueRow): string =>
    from === null ? `value ${value.id}` : `value ${value.id}@${dateText(from)}`;
  const rows = [
    ...rowsIn(programs.a).filter((row) => !isB(keyOf(row))),
    ...rowsIn(programs.b).filter((row) => isB(keyOf(row))),
  ];
  return { ...value, rows: rows.sort((x, y) => (x.from ?? -Infinity) - (y.from ?? -Infinity) || 0) };
}

/** Each term behind those that it reads, also by way of values and measured values. */
function inEvaluationOrder(
  terms: readonly Term[],
  values: readonly Value[],
  measured: Program["measured"],
): readonly Term[] {
  const termOf = new Map(terms.map((term) => [term.id, term]));
  const valueOf = new Map(values.map((value) => [value.id, readByValue(value)]));
  const measuredOf = new Map(measured.map((each) => [each.id, readByMeasured(each)]));
  const placed = new Map<Id, Term>();
  const seen = new Set<string>();
  const visit = (expr: Expr): void => {
    for (const part of descendants(expr)) {
      if (part.kind === "term") place(termOf.get(part.term));
      if (part.kind === "value" && isNew(`value ${part.value}`)) valueOf.get(part.value)?.forEach(visit);
      if (part.kind === "measured" && isNew(`measured ${part.measured}`)) measuredOf.get(part.measured)?.forEach(visit);
    }
  };
  const isNew = (node: string): boolean => !seen.has(node) && seen.add(node).has(node);
  const place = (term: Term | undefined): void => {
    if (term === undefined || !isNew(`term ${term.id}`)) return;
    readByTerm(term).forEach(visit);
    placed.set(term.id, term);
  };
  terms.forEach(place);
  return [...placed.values()];
}

/** The versions of each rule from one side, in an order that keeps both sides' own as far as they agree. */
function rulesOf(ofA: readonly Rule[], ofB: readonly Rule[], isB: Chosen): readonly Rule[] {
  const [namesA, namesB] = [versionsByName(ofA), versionsByName(ofB)];
  const rules = mergedOrder([...namesA.keys()], [...namesB.keys()]).flatMap(
    (id) => (isB(`rule ${id}`) ? namesB.get(id) : namesA.get(id)) ?? [],
  );
  const ids = new Set(rules.map(({ id }) => id));
  const kept = rules
    .filter(({ onTopOf }) => onTopOf.length === 0 || onTopOf.some((id) => ids.has(id)))
    .map((rule) => ({
      ...rule,
      insteadOf: rule.insteadOf.filter((id) => ids.has(id)),
      onTopOf: rule.onTopOf.filter((id) => ids.has(id)),
    }));
  return inQueueOrder(kept);
}

/** The names of `b` in their order; each that only `a` has behind the one that it follows there. */
function mergedOrder(a: readonly Id[], b: readonly Id[]): readonly Id[] {
  const merged = [...b];
  a.forEach((id, index) => {
    if (merged.includes(id)) return;
    const before = index === 0 ? -1 : merged.indexOf(a[index - 1] ?? "");
    merged.splice(before + 1, 0, id);
  });
  return merged;
}
