// What the checker found out about kinds, in the words of the IR.
// Rule: an accepted program has a kind for everything that is lowered; a gap is our own fault.

import type { FrontEnd } from "../../compile.ts";
import type { Kind } from "../../check/kind.ts";
import type { Expression, FieldLine, KindName } from "../../syntax/ast.ts";
import type { QuantityUnit, ValueKind } from "../ir.ts";
import { idOf } from "./id.ts";

/** The checker's kind of a written expression. */
export function kindAt(expression: Expression, front: FrontEnd): Kind {
  const kind = front.kinds.kindOf.get(expression);
  if (kind === undefined) {
    throw new Error(`No kind at ${expression.span.file}:${expression.span.start}, of sort ${expression.kind}.`);
  }
  return kind;
}

/** The same in the words of the IR. */
export function valueKindAt(expression: Expression, front: FrontEnd): ValueKind {
  const kind = kindAt(expression, front);
  if (kind.kind !== "unknown") return valueKind(kind);
  throw new Error(`An accepted program has an unknown kind at ${expression.span.file}:${expression.span.start}.`);
}

function valueKind(kind: Exclude<Kind, { kind: "unknown" }>): ValueKind {
  switch (kind.kind) {
    case "quantity":
      return { kind: "quantity", unit: kind.shownAs === "share" ? "number" : kind.shownAs, whole: kind.whole };
    case "choice":
      return { kind: "choice", field: idOf(kind.document, kind.field) };
    case "payer":
      return { kind: "payer", register: kind.register ?? null };
    default:
      return { kind: kind.kind };
  }
}

/** The kind that a field holds: what its column is read as. Days, hours and counts in data are whole numbers. */
export function fieldKind(document: string, field: FieldLine, front: FrontEnd): ValueKind {
  if (field.type.kind === "choices") return { kind: "choice", field: idOf(document, field.name.text) };
  const kind = declaredKind(field.type.of, front);
  const from = field.type.from === undefined ? undefined : front.bindings.targetOf.get(field.type.from);
  if (kind.kind === "payer" && from?.kind === "register") {
    return { kind: "payer", register: idOf(from.document, from.register.name.text) };
  }
  return kind.kind === "quantity" ? { ...kind, whole: true } : kind;
}

/** The kind that the word after `i` declares; a count alone is whole by its name. */
export function declaredKind(type: KindName, front: FrontEnd): ValueKind {
  if (type.text !== undefined) return builtInKind(type.text);
  const target = type.name === undefined ? undefined : front.bindings.targetOf.get(type.name);
  if (target?.kind === "field") return fieldKind(target.document, target.field, front);
  if (target?.kind === "register") {
    return { kind: "payer", register: idOf(target.document, target.register.name.text) };
  }
  throw new Error(`No kind is called as at ${type.span.file}:${type.span.start}.`);
}

function builtInKind(word: NonNullable<KindName["text"]>): ValueKind {
  switch (word) {
    case "days":
    case "weekdays":
    case "careDays":
    case "hours":
    case "count":
    case "number":
    case "money":
    case "moneyPerDay":
      return quantity(word, word === "count");
    case "share":
      return quantity("number", false);
    case "payer":
      return { kind: "payer", register: null };
    default:
      return { kind: word };
  }
}

function quantity(unit: QuantityUnit, whole: boolean): ValueKind {
  return { kind: "quantity", unit, whole };
}

/** The author's word where there is one, and whole where all that was found is; else what was found. */
export function declaredOrFound(type: KindName | undefined, found: readonly ValueKind[], front: FrontEnd): ValueKind {
  const [first] = found;
  const kind = type === undefined ? first : declaredKind(type, front);
  if (kind === undefined) throw new Error("Nothing says of which kind a value is.");
  if (kind.kind === "payer") {
    const registers = new Set(found.map((each) => (each.kind === "payer" ? each.register : null)));
    const [only] = registers;
    return { kind: "payer", register: kind.register ?? (registers.size === 1 ? (only ?? null) : null) };
  }
  if (kind.kind !== "quantity") return kind;
  return { ...kind, whole: found.every((each) => each.kind === "quantity" && each.whole) };
}
