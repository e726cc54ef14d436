// Which field's choices an expression is one of, as far as names alone can tell.
// Rule: this only helps to find what `psykiatrisk` means in `vårdform är psykiatrisk`; kinds are checked later.

import type { Expression, KindName, Name } from "../syntax/ast.ts";
import type { Place } from "./binder.ts";
import type { Declaration } from "./bindings.ts";
import { candidates, registerFacts, type ChoiceOf, type Scope, type Thing } from "./scope.ts";

/** Names lead to definitions and those to further names; this is deep enough for every sensible text. */
const deepest = 16;

export function choiceFieldOf(expression: Expression, place: Place, depth = 0): ChoiceOf | undefined {
  if (depth > deepest) return undefined;
  switch (expression.kind) {
    case "name":
      return choiceFieldOfThing(thingNamed(expression, place), place, depth);
    case "parenthesis":
    case "at":
      return choiceFieldOf(expression.of, place, depth + 1);
    case "attribute": {
      const fact = registerFacts(expression.name.text, place.scope)[0];
      return fact?.field.type.kind === "choices" ? { document: fact.document, field: fact.field } : undefined;
    }
    case "if":
      return (
        choiceFieldOf(expression.then, place, depth + 1) ??
        (expression.otherwise === undefined ? undefined : choiceFieldOf(expression.otherwise, place, depth + 1))
      );
    default:
      return undefined;
  }
}

/** The choice field that a kind names: `i vårdform`. */
export function choiceFieldOfKind(type: KindName | undefined, scope: Scope): ChoiceOf | undefined {
  if (type?.name === undefined) return undefined;
  const found = candidatesNamed(type.name, scope).find(({ declaration }) => declaration.kind === "field");
  return found === undefined ? undefined : fieldOf(found.declaration);
}

/** What a name stands for, without a word about it where it stands for nothing or for several things. */
export function thingNamed(name: Name, { scope, steps }: Place): Thing | undefined {
  const step = name.document === undefined ? steps?.get(name.text) : undefined;
  if (step !== undefined) return step;
  const found = candidatesNamed(name, scope);
  return found.length === 1 ? found[0] : undefined;
}

export function candidatesNamed(name: Name, scope: Scope): readonly Thing[] {
  if (name.document === undefined) return candidates(name.text, scope);
  const thing = scope.all.get(name.document)?.own.get(name.text);
  return thing === undefined ? [] : [thing];
}

function choiceFieldOfThing(thing: Thing | undefined, place: Place, depth: number): ChoiceOf | undefined {
  if (thing === undefined) return undefined;
  const { declaration } = thing;
  switch (declaration.kind) {
    case "field":
      return fieldOf(declaration);
    case "term":
      return choiceFieldOfKind(declaration.term.type, scopeOf(declaration.document, place));
    case "value":
      return choiceFieldOfKind(declaration.value.type, scopeOf(declaration.document, place));
    case "measured":
      return choiceFieldOfKind(declaration.measured.type, scopeOf(declaration.document, place));
    case "step":
      return choiceFieldOf(
        declaration.step.value,
        { ...place, scope: scopeOf(declaration.document, place) },
        depth + 1,
      );
    default:
      return undefined;
  }
}

function scopeOf(document: string, { scope }: Place): Scope {
  return scope.all.get(document) ?? scope;
}

function fieldOf(declaration: Declaration): ChoiceOf | undefined {
  if (declaration.kind !== "field" || declaration.field.type.kind !== "choices") return undefined;
  return { document: declaration.document, field: declaration.field };
}
