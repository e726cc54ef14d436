// Binds names that stand for a document, a source, an event, a rule, a question or a register.
// Rule: each place takes one sort of thing; a name of another sort is told what it is.

import { weekdayExceptions } from "@avtal/grammar/keywords";
import type { Citations, KindName, Name, TimePoint, Validity } from "../syntax/ast.ts";
import { bind, type Binder, type Place } from "./binder.ts";
import { candidatesNamed } from "./choice-fields.ts";
import { ambiguousName } from "./problems/ambiguous-name.ts";
import { unknownDay } from "./problems/unknown-day.ts";
import { unknownDocument } from "./problems/unknown-document.ts";
import { unknownSource } from "./problems/unknown-source.ts";
import { wrongSort } from "./problems/wrong-sort.ts";
import { isReached, languageOf } from "./scope.ts";
import { isOfSort, type Sort } from "./sorts.ts";
import { reportUnknown } from "./unknown-names.ts";

/** A thing of one sort, where no value is meant: a rule, an event, a register. */
export function bindAs(name: Name, sort: Sort, place: Place, binder: Binder): void {
  if (name.text === "") return;
  const found = candidatesNamed(name, place.scope);
  const fitting = found.filter(({ declaration }) => isOfSort(declaration, sort));
  const [only, second] = fitting;
  if (second !== undefined) binder.problems.push(ambiguousName(name, fitting));
  else if (only !== undefined && isReached(name, place.scope)) bind(name, only.declaration, binder);
  else if (found[0] !== undefined && isReached(name, place.scope)) {
    binder.problems.push(wrongSort(name, found[0].declaration, sort));
  } else reportUnknown(name, sort, place, binder);
}

export function bindDocument(name: Name, binder: Binder): void {
  if (name.text === "") return;
  if (binder.documents.has(name.text)) bind(name, { kind: "document", document: name.text }, binder);
  else binder.problems.push(unknownDocument(name, name.text, [...binder.documents.keys()]));
}

export function bindValidity(validity: Validity, place: Place, binder: Binder): void {
  if (validity.from !== undefined) bindTimePoint(validity.from, place, binder);
  if (validity.end !== undefined && validity.end.kind !== "open") bindTimePoint(validity.end.at, place, binder);
}

function bindTimePoint(point: TimePoint, place: Place, binder: Binder): void {
  switch (point.kind) {
    case "date":
      return;
    case "name":
      return bindAs(point, "event", place, binder);
    case "firstOf":
    case "lastOf":
      for (const each of point.of) bindTimePoint(each, place, binder);
  }
}

/** Sources of the document itself, then documents, which are sources under their own names, then sources of those used. */
export function bindCitations(cites: Citations | undefined, { scope }: Place, binder: Binder): void {
  if (cites?.kind !== "references") return;
  for (const { source: name } of cites.references) {
    if (name.text === "") continue;
    const own = name.document === undefined ? scope.document.sources.get(name.text) : undefined;
    const used = scope.used.filter((other) => name.document === undefined || other.document.name === name.document);
    const [found] = used.flatMap(({ document }) => {
      const source = document.sources.get(name.text);
      return source === undefined ? [] : [{ kind: "source" as const, document: document.name, source }];
    });
    if (own !== undefined) bind(name, { kind: "source", document: scope.document.name, source: own }, binder);
    else if (name.document === undefined && binder.documents.has(name.text)) {
      bind(name, { kind: "source", document: name.text, source: "document" }, binder);
    } else if (found !== undefined) bind(name, found, binder);
    else if (!scope.incomplete) {
      binder.problems.push(unknownSource(name, [...scope.document.sources.keys(), ...binder.documents.keys()]));
    }
  }
}

/** `i kommuner`, `i vårdform`: a register, or a field whose choices are meant. */
export function bindKind(type: KindName | undefined, place: Place, binder: Binder): void {
  if (type?.name !== undefined) bindAs(type.name, "kind", place, binder);
}

/** `se tolkningsfråga N`; a question that nobody asks was reported when the readings were laid out. */
export function bindQuestion(name: Name | undefined, { scope }: Place, binder: Binder): void {
  const question = name === undefined ? undefined : scope.document.questions.get(name.text);
  if (name === undefined || question === undefined) return;
  bind(name, { kind: "question", document: scope.document.name, question: question.statement }, binder);
}

/** A day after `vardagar utom`. */
export function bindDayName(name: Name, { scope }: Place, binder: Binder): void {
  if (name.text === "") return;
  const known = weekdayExceptions.some((day) => day.sv === name.text);
  if (known) bind(name, { kind: "builtIn", builtIn: "dayName" }, binder);
  else binder.problems.push(unknownDay(name, languageOf(name, scope)));
}
