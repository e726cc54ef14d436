// What a program has reached so far: asking for a thing puts it, and everything it reads, into the program.
// Rule: a term is put in only when everything it reads is, so that the order of terms is an order of evaluation.

import type { FrontEnd } from "../../compile.ts";
import type { Document } from "../../resolve/document.ts";
import type { EventIr, Id, Measured, Question, Term, Value, ValueKind } from "../ir.ts";
import { clauseTable, type ClauseTable } from "./clauses.ts";
import { idOf, partsOf } from "./id.ts";
import { fieldKind } from "./kinds.ts";
import type { lowerEvent } from "./events.ts";
import type { lowerMeasured } from "./measured.ts";
import type { lowerQuestion } from "./questions.ts";
import type { lowerTerm } from "./terms.ts";
import type { lowerValue } from "./values.ts";

export interface Gathering {
  readonly front: FrontEnd;
  readonly clauses: ClauseTable;
  readonly terms: Shelf<Term>;
  readonly values: Shelf<Value>;
  readonly measured: Shelf<Measured>;
  readonly events: Shelf<EventIr>;
  readonly questions: Shelf<Question>;
  readonly fieldKind: (field: Id) => ValueKind;
  readonly factKind: (register: Id, fact: string) => ValueKind;
}

/** The things of one sort, in the order in which they were complete. */
export interface Shelf<T> {
  /** The id of a thing, which is made first where it is not there yet. */
  readonly need: (document: string, name: string) => Id;
  readonly get: (id: Id) => T;
  readonly all: () => readonly T[];
}

/** How each sort of thing is made; handed in so that makers and shelves can know each other. */
export interface Makers {
  readonly term: typeof lowerTerm;
  readonly value: typeof lowerValue;
  readonly measured: typeof lowerMeasured;
  readonly event: typeof lowerEvent;
  readonly question: typeof lowerQuestion;
}

export function gathering(front: FrontEnd, makers: Makers): Gathering {
  const gathered: Gathering = {
    front,
    clauses: clauseTable(front),
    terms: shelf((document, name) => makers.term(documentOf(document, front), name, gathered)),
    values: shelf((document, name) => makers.value(documentOf(document, front), name, gathered)),
    measured: shelf((document, name) => makers.measured(documentOf(document, front), name, gathered)),
    events: shelf((document, name) => makers.event(documentOf(document, front), name, gathered)),
    questions: shelf((document, name) => makers.question(documentOf(document, front), name, gathered)),
    fieldKind: (field) => fieldKindOf(field, front),
    factKind: (register, fact) => factKindOf(register, fact, front),
  };
  return gathered;
}

export function documentOf(name: string, front: FrontEnd): Document {
  const document = front.documents.get(name);
  if (document === undefined) throw new Error(`No document is called ${name}.`);
  return document;
}

function fieldKindOf(id: Id, front: FrontEnd): ValueKind {
  const { document, name } = partsOf(id);
  const field = documentOf(document, front).fields.get(name);
  if (field === undefined) throw new Error(`No field is called ${id}.`);
  return fieldKind(document, field, front);
}

function factKindOf(id: Id, fact: string, front: FrontEnd): ValueKind {
  const { document, name } = partsOf(id);
  const fields = documentOf(document, front).registers.get(name)?.statement.fields ?? [];
  const field = fields.find((each) => each.name.text === fact);
  if (field === undefined) throw new Error(`${id} says nothing called ${fact}.`);
  return fieldKind(document, field, front);
}

function shelf<T>(make: (document: string, name: string) => T): Shelf<T> {
  const made = new Map<Id, T>();
  const underWay = new Set<Id>();
  const need = (document: string, name: string): Id => {
    const id = idOf(document, name);
    if (made.has(id)) return id;
    if (underWay.has(id)) throw new Error(`${id} is defined by way of itself.`);
    underWay.add(id);
    made.set(id, make(document, name));
    underWay.delete(id);
    return id;
  };
  const get = (id: Id): T => {
    const thing = made.get(id);
    if (thing === undefined) throw new Error(`${id} was not asked for.`);
    return thing;
  };
  return { need, get, all: () => [...made.values()] };
}
