// Binds names that stand for a value: in expressions, as keys, dates, payers.
// Rule: the choice that its place asks for comes first, then steps, then the document's own names, then those of the
// documents that it uses, then words of the language.

import type { Name } from "../syntax/ast.ts";
import { bind, type Binder, type Place } from "./binder.ts";
import { builtInValue } from "./built-ins.ts";
import { candidatesNamed } from "./choice-fields.ts";
import { ambiguousChoice, ambiguousName } from "./problems/ambiguous-name.ts";
import { nameOfAnotherReading } from "./problems/name-of-another-reading.ts";
import { unknownChoice } from "./problems/unknown-choice.ts";
import { wrongSort } from "./problems/wrong-sort.ts";
import { uncovered } from "./reading-cover.ts";
import { choiceIn, choicesOf, fieldsWithChoice, isReached, type ChoiceOf, type Thing } from "./scope.ts";
import { isOfSort } from "./sorts.ts";
import { reportUnknown } from "./unknown-names.ts";

/** `expected` is the field whose choice the place asks for, where the other side of a comparison tells. */
export function bindValue(name: Name, place: Place, expected: ChoiceOf | undefined, binder: Binder): void {
  if (name.text === "") return;
  if (name.document === undefined) {
    const choice = expected === undefined ? undefined : choiceIn(expected.field, name.text);
    if (expected !== undefined && choice !== undefined) {
      bind(name, { kind: "choice", document: expected.document, field: expected.field, choice }, binder);
      return;
    }
    const step = place.steps?.get(name.text);
    if (step !== undefined) {
      bindThing(name, step, place, binder);
      return;
    }
  }
  const found = candidatesNamed(name, place.scope);
  const [only, second] = found;
  if (second !== undefined) binder.problems.push(ambiguousName(name, found));
  else if (only !== undefined && isReached(name, place.scope)) bindThing(name, only, place, binder);
  else bindOtherwise(name, place, expected, binder);
}

function bindThing(name: Name, thing: Thing, place: Place, binder: Binder): void {
  if (!isOfSort(thing.declaration, "value")) {
    binder.problems.push(wrongSort(name, thing.declaration, "value"));
    return;
  }
  bind(name, thing.declaration, binder);
  const absent = uncovered(place.guard, thing.guards, binder.documents);
  if (absent !== undefined) binder.problems.push(nameOfAnotherReading(name, absent));
}

function bindOtherwise(name: Name, place: Place, expected: ChoiceOf | undefined, binder: Binder): void {
  const fields = name.document === undefined ? fieldsWithChoice(name.text, place.scope) : [];
  const [field, another] = fields;
  const builtIn = name.document === undefined ? builtInValue(name.text) : undefined;
  const later = name.document === undefined ? place.laterSteps?.get(name.text) : undefined;
  if (later !== undefined) {
    // The checker says that a step is read before its group exists, which says more than that there is no such name.
    bind(name, later.declaration, binder);
  } else if (expected !== undefined && name.document === undefined && builtIn === undefined) {
    binder.problems.push(unknownChoice(name, expected.field.name.text, choicesOf(expected.field)));
  } else if (another !== undefined) {
    binder.problems.push(ambiguousChoice(name, fields));
  } else if (field !== undefined) {
    const choice = choiceIn(field.field, name.text);
    if (choice !== undefined) bind(name, { kind: "choice", ...field, choice }, binder);
  } else if (builtIn !== undefined) bind(name, { kind: "builtIn", builtIn }, binder);
  else reportUnknown(name, "value", place, binder);
}
