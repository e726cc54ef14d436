// What a program means as one short text: SHA-256 of everything that decides what a run gives.
// Rule: titles, quotes, doc comments, reasons and file names are text, not meaning; nor is the order of statements that
// do not depend on each other. Cited places and chosen readings are meaning.

import { byCodePoint } from "@avtal/runtime/code-point-order";
import { provablyApart } from "../check/meaning/apart.ts";
import { canonical } from "./canonical.ts";
import type { ClauseIndex, Id, Program, Question, Requirement, Rule, Term, Value } from "./ir.ts";
import { reachedBy } from "./reached.ts";
import { sha256 } from "./sha256.ts";

/** The same for both keyword tables, whatever the layout and the comments. */
export function meaningHash(program: Program): string {
  return sha256(canonical(meaningOf(program)));
}

/** Plain data without what is only text; things that are not reached from the rules or the main document are left out. */
export function meaningOf(program: Program): object {
  const place = placesOf(program);
  const reached = reachedBy(program);
  return {
    formatVersion: program.formatVersion,
    main: program.main,
    documents: program.documents
      .filter(({ name, role }) => role !== "used" || reached.documents.has(name))
      .map(({ name, role, sort, weekdaysExcept, inForce, mayCharge }) => {
        const order = role === "used" ? [] : [program.documents.findIndex((document) => document.name === name)];
        return { name, role, sort, weekdaysExcept: [...weekdaysExcept].sort(byCodePoint), inForce, mayCharge, order };
      })
      .sort(by(({ name }) => name)),
    fields: program.fields
      .filter(({ id }) => reached.fields.has(id))
      .map(({ id, code, kind, choices, empty }) => ({
        id,
        code,
        kind,
        choices: sortedBy(choices, ({ code: each }) => each),
        empty,
      }))
      .sort(by(({ id }) => id)),
    registers: sortedById(program.registers.filter(({ id }) => reached.registers.has(id))),
    events: sortedById(program.events).map(({ id, state, clause }) => ({ id, state, clause: place(clause) })),
    questions: sortedById(program.questions).map((question) => questionMeaning(question, place)),
    values: sortedById(program.values).map((value) => valueMeaning(value, place)),
    measured: sortedById(program.measured).map(({ clause, ...measured }) => ({ ...measured, clause: place(clause) })),
    terms: sortedById(program.terms).map((term) => termMeaning(term, place)),
    rules: sortedById(program.rules).map((rule) => ruleMeaning(rule, place)),
    order: meaningfulOrder(program),
  };
}

/** Which rule stands before which, where nothing but the written order says so and it may matter. */
function meaningfulOrder(program: Program): readonly (readonly [Id, Id])[] {
  const queue = program.rules.filter(({ purpose, onTopOf }) => purpose.kind !== "statistic" && onTopOf.length === 0);
  const areApart = provablyApart(program);
  const pairs = queue.flatMap((first, index) =>
    queue.slice(index + 1).flatMap((second): readonly (readonly [Id, Id])[] => {
      const related = first.insteadOf.includes(second.id) || second.insteadOf.includes(first.id);
      if (related || first.document !== second.document || areApart(first, second)) return [];
      return [[first.id, second.id]];
    }),
  );
  return sortedBy(pairs, ([first, second]) => `${first} ${second}`);
}

type PlaceOf = (clause: ClauseIndex | null) => string | null;

function placesOf(program: Program): PlaceOf {
  return (clause) => {
    const found = clause === null ? undefined : program.clauses[clause];
    if (found === undefined) return null;
    return found.assumption ? "assumption" : found.place;
  };
}

function questionMeaning({ id, readings, chosen, clause }: Question, place: PlaceOf): object {
  return {
    id,
    readings: readings.map(({ name }) => name).sort(byCodePoint),
    chosen: chosen.map(({ from, reading, preliminary }) => ({ from, reading, preliminary })),
    clause: place(clause),
  };
}

function valueMeaning(value: Value, place: PlaceOf): object {
  const { rows, ...rest } = value;
  return { ...rest, rows: rows.map(({ clause, ...row }) => ({ ...row, clause: place(clause) })) };
}

function termMeaning(term: Term, place: PlaceOf): object {
  const { id, code, kind, clause, definitions } = term;
  return {
    id,
    code,
    kind,
    clause: place(clause),
    definitions: definitions.map(({ from, by: alternatives }) => ({
      from,
      by: alternatives.map(({ guard, it }) => ({
        guard,
        it: it.kind === "expression" ? it : { ...it, lines: it.lines.map((line) => requirementMeaning(line, place)) },
      })),
    })),
  };
}

function requirementMeaning({ guard, condition, clause }: Requirement, place: PlaceOf): object {
  return { guard, condition, clause: place(clause) };
}

function ruleMeaning(rule: Rule, place: PlaceOf): object {
  const { clause, requires, steps, insteadOf, onTopOf } = rule;
  return {
    ...rule,
    doc: null,
    clause: place(clause),
    insteadOf: [...insteadOf].sort(byCodePoint),
    onTopOf: [...onTopOf].sort(byCodePoint),
    requires: requires.map((line) => requirementMeaning(line, place)),
    steps: sortedBy(steps, ({ name }) => name).map(({ clause: cited, ...step }) => ({ ...step, clause: place(cited) })),
  };
}

function sortedById<T extends { readonly id: Id }>(things: readonly T[]): readonly T[] {
  return sortedBy(things, ({ id }) => id);
}

function sortedBy<T>(things: readonly T[], text: (thing: T) => string): readonly T[] {
  return [...things].sort(by(text));
}

function by<T>(text: (thing: T) => string): (a: T, b: T) => number {
  return (a, b) => byCodePoint(text(a), text(b));
}
