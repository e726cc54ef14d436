// Binds the keys of a table row: one for each thing that the value depends on.
// Rule: what a key may be follows from what the value depends on: the choices of a field, or the payers of a register.

import type { Expression, KindName, Name } from "../syntax/ast.ts";
import { bind, type Binder, type Place } from "./binder.ts";
import type { Declaration } from "./bindings.ts";
import { choiceFieldOf, thingNamed } from "./choice-fields.ts";
import type { Document } from "./document.ts";
import { unknownChoice, unknownPayer } from "./problems/unknown-choice.ts";
import { choiceIn, choicesOf } from "./scope.ts";

type Payer = Declaration & { readonly kind: "payer" };

export function bindTableKeys(
  keys: readonly Name[],
  dependsOn: readonly Expression[],
  place: Place,
  binder: Binder,
): void {
  for (const [index, key] of keys.entries()) {
    if (key.text === "") continue;
    if (key.document === undefined && key.text === "övriga") {
      bind(key, { kind: "builtIn", builtIn: "others" }, binder);
      continue;
    }
    const on = dependsOn[index];
    if (on !== undefined) bindTableKey(key, on, place, binder);
  }
}

function bindTableKey(key: Name, on: Expression, place: Place, binder: Binder): void {
  const field = choiceFieldOf(on, place);
  if (field !== undefined) {
    const choice = choiceIn(field.field, key.text);
    if (choice !== undefined) bind(key, { kind: "choice", ...field, choice }, binder);
    else binder.problems.push(unknownChoice(key, field.field.name.text, choicesOf(field.field)));
    return;
  }
  const payers = payersOf(on, place);
  if (payers === undefined) return;
  const payer = payers.find(({ entry }) =>
    [entry.code, entry.name, ...entry.alsoKnownAs].some((written) => asKey(written) === asKey(key.text)),
  );
  if (payer !== undefined) bind(key, payer, binder);
  else binder.problems.push(unknownPayer(key, [...new Set(payers.map(({ entry }) => asKey(entry.name)))]));
}

/** A payer's name as it is written as a key: a name has hyphens where a text has spaces. */
function asKey(written: string): string {
  return written.toLowerCase().replaceAll(" ", "-");
}

/** The payers that an expression may be; undefined where it is no payer, or a register could not be read. */
function payersOf(on: Expression, place: Place): readonly Payer[] | undefined {
  if (on.kind === "parenthesis" || on.kind === "at") return payersOf(on.of, place);
  const declaration = on.kind === "name" ? thingNamed(on, place)?.declaration : undefined;
  if (declaration === undefined) return undefined;
  const [type, from] = kindAndRegister(declaration);
  if (type?.text !== "payer") return undefined;
  const registers = [...place.scope.all.values()].flatMap(({ document }) => registersIn(document));
  const asked = from === undefined ? registers : registers.filter(({ statement }) => statement.name.text === from.text);
  if (asked.length === 0 || asked.some(({ register }) => register === undefined)) return undefined;
  return asked.flatMap(({ document, statement, register }) =>
    (register?.entries ?? []).map((entry): Payer => ({ kind: "payer", document, register: statement, entry })),
  );
}

function kindAndRegister(declaration: Declaration): readonly [KindName | undefined, Name | undefined] {
  switch (declaration.kind) {
    case "field": {
      const { type } = declaration.field;
      return type.kind === "kind" ? [type.of, type.from] : [undefined, undefined];
    }
    case "term":
      return [declaration.term.type, undefined];
    case "value":
      return [declaration.value.type, undefined];
    default:
      return [undefined, undefined];
  }
}

function registersIn({ name, registers }: Document) {
  return [...registers.values()].map(({ statement, register }) => ({ document: name, statement, register }));
}
