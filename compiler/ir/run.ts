// What a run decides beside the text, held against the program: wording, readings, events and supplied values.
// Rule: a name that the program does not have is refused here, so that nothing is supplied in vain.

import { dayFromText } from "@avtal/runtime/calendar";
import type { Ratio } from "@avtal/runtime/ratio";
import type { RunOptions } from "@avtal/runtime/result";
import type { DocumentIr, EventIr, Field, Id, Measured, Program, Question, RegisterIr, Term, Value } from "./ir.ts";

/** A program with the choices of one run and its parts by id. */
export interface Run {
  readonly program: Program;
  /** The counterfactual day on which everything that the main document decides is taken; null in force. */
  readonly wording: number | null;
  /** Readings given for the run, by question. */
  readonly readings: ReadonlyMap<Id, string>;
  readonly events: ReadonlyMap<Id, EventIr["state"]>;
  /** Supplied rows by value or measured value, sorted by first day; `from` null stands first. */
  readonly supplied: ReadonlyMap<Id, readonly SuppliedRow[]>;
  readonly documentOf: (name: string) => DocumentIr;
  readonly fieldOf: (id: Id) => Field;
  readonly termOf: (id: Id) => Term;
  readonly valueOf: (id: Id) => Value;
  readonly measuredOf: (id: Id) => Measured;
  readonly questionOf: (id: Id) => Question;
  readonly registerOf: (id: Id) => RegisterIr;
}

export interface SuppliedRow {
  /** First day; null means every day that no other supplied row covers. */
  readonly from: number | null;
  readonly exact: Ratio;
}

export function runOf(program: Program, options: RunOptions): Run {
  return {
    program,
    wording: options.wording === null ? null : dayGiven(options.wording),
    readings: readingsGiven(program, options),
    events: eventsGiven(program, options),
    supplied: suppliedRows(program, options),
    documentOf: finder(program.documents, (document) => document.name),
    fieldOf: finder(program.fields, (field) => field.id),
    termOf: finder(program.terms, (term) => term.id),
    valueOf: finder(program.values, (value) => value.id),
    measuredOf: finder(program.measured, (measured) => measured.id),
    questionOf: finder(program.questions, (question) => question.id),
    registerOf: finder(program.registers, (register) => register.id),
  };
}

function readingsGiven(program: Program, { readings }: RunOptions): Map<Id, string> {
  const given = new Map<Id, string>();
  for (const [name, reading] of readings) {
    const question = named(program, program.questions, name);
    if (!question.readings.some((known) => known.name === reading)) {
      throw new RangeError(`The question ${question.id} has no reading ${reading}.`);
    }
    given.set(question.id, reading);
  }
  return given;
}

function eventsGiven(program: Program, { events }: RunOptions): Map<Id, EventIr["state"]> {
  const states = new Map(program.events.map((event) => [event.id, event.state]));
  for (const [name, date] of events) {
    const state: EventIr["state"] = date === null ? { kind: "notYet" } : { kind: "happened", day: dayGiven(date) };
    states.set(named(program, program.events, name).id, state);
  }
  return states;
}

function suppliedRows(program: Program, { values }: RunOptions): Map<Id, SuppliedRow[]> {
  const rows = new Map<Id, SuppliedRow[]>();
  for (const { value, from, exact } of values) {
    const { id, kind } = named(program, [...program.values, ...program.measured], value);
    if (kind.kind !== "quantity") throw new RangeError(`${id} is no quantity and cannot be supplied.`);
    const row = { from: from === null ? null : dayGiven(from), exact };
    const others = (rows.get(id) ?? []).filter((other) => other.from !== row.from);
    rows.set(
      id,
      [...others, row].sort((a, b) => (a.from ?? -Infinity) - (b.from ?? -Infinity)),
    );
  }
  return rows;
}

/** `name` of the main document, `document.name`, or else the name of a single thing in the other documents. */
function named<T extends { readonly id: Id }>(program: Program, things: readonly T[], name: string): T {
  const own = things.find((thing) => thing.id === `${program.main}.${name}`);
  const exact = own ?? things.find((thing) => thing.id === name);
  if (exact !== undefined) return exact;
  const [found, ...others] = things.filter((thing) => thing.id.endsWith(`.${name}`));
  if (found === undefined) throw new RangeError(`Nothing in ${program.main} is called ${name}.`);
  if (others.length === 0) return found;
  throw new RangeError(`${name} may be ${[found, ...others].map(({ id }) => id).join(" or ")}.`);
}

function dayGiven(text: string): number {
  const day = dayFromText(text);
  if (day === undefined) throw new RangeError(`Not a date: ${text}`);
  return day;
}

function finder<T>(things: readonly T[], keyOf: (thing: T) => string): (key: string) => T {
  const byKey = new Map(things.map((thing) => [keyOf(thing), thing]));
  return (key) => {
    const found = byKey.get(key);
    if (found === undefined) throw new Error(`The program has no ${key}.`);
    return found;
  };
}
