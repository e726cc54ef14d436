// What a name is in the IR, seen record by record, and what `datum för`, `månad för` and register facts make of a value.

import type { Kind } from "../../check/kind.ts";
import type { BuiltIn, Declaration } from "../../resolve/bindings.ts";
import type { Choice, Name } from "../../syntax/ast.ts";
import type { Expr } from "../ir.ts";
import { asDate } from "./comparisons.ts";
import type { Gathering } from "./gathering.ts";
import { codeName, idOf } from "./id.ts";
import { kindAt } from "./kinds.ts";
import type { Standing } from "./standing.ts";

export function targetOf(name: Name, gathered: Gathering): Declaration {
  const target = gathered.front.bindings.targetOf.get(name);
  if (target === undefined) throw new Error(`Nothing bound at ${name.span.file}:${name.span.start}.`);
  return target;
}

/** Asking for a name puts what it means into the program. */
export function lowerName(name: Name, { at }: Standing, gathered: Gathering): Expr {
  const target = targetOf(name, gathered);
  switch (target.kind) {
    case "field":
      return { kind: "field", field: idOf(target.document, target.field.name.text) };
    case "choice":
      return choiceNamed(name, target, gathered);
    case "event":
      return { kind: "eventDate", event: gathered.events.need(target.document, target.event.name.text) };
    case "value":
      return { kind: "value", value: gathered.values.need(target.document, target.value.name.text), at };
    case "measured":
      return { kind: "measured", measured: gathered.measured.need(target.document, target.measured.name.text) };
    case "term":
      return { kind: "term", term: gathered.terms.need(target.document, target.term.name.text), at };
    case "condition":
      return { kind: "term", term: gathered.terms.need(target.document, target.condition.name.text), at };
    case "step":
      return { kind: "step", name: name.text };
    case "builtIn":
      return builtInNamed(target.builtIn, name);
    default:
      throw new Error(`A ${target.kind} stands for a value at ${name.span.file}:${name.span.start}.`);
  }
}

/** `datum för x`, `månad för x`, `län för betalande-kommun`, of an expression that is already lowered. */
export function attribute(name: Name, of: Expr, kind: Kind, gathered: Gathering): Expr {
  const target = targetOf(name, gathered);
  if (target.kind === "registerFact") {
    return {
      kind: "fact",
      register: idOf(target.document, target.register.name.text),
      fact: target.field.name.text,
      of,
    };
  }
  if (target.kind !== "builtIn") throw new Error(`A ${target.kind} is asked of something.`);
  switch (target.builtIn) {
    case "dateOf":
      return asDate(of, kind);
    case "clockOf":
      return { kind: "clockOf", of };
    case "monthOf":
      return { kind: "periodOf", period: "month", of: asDate(of, kind) };
    case "quarterOf":
      return { kind: "periodOf", period: "quarter", of: asDate(of, kind) };
    case "yearOf":
      return { kind: "periodOf", period: "year", of: asDate(of, kind) };
    default:
      throw new Error(`${target.builtIn} is asked of something.`);
  }
}

/** The code of a choice as data and results hold it. */
export function choiceCode(choice: Choice): string {
  return choice.code?.text ?? codeName(choice.name.text);
}

/** Two fields may have a choice of the same name; the checker's kind says which one is meant. */
function choiceNamed(name: Name, target: Declaration & { kind: "choice" }, { front }: Gathering): Expr {
  const kind = kindAt(name, front);
  if (kind.kind !== "choice") throw new Error("A choice without a field.");
  const field = front.documents.get(kind.document)?.fields.get(kind.field);
  const choices = field?.type.kind === "choices" ? field.type.choices : [];
  const choice = choices.find((candidate) => candidate.name.text === name.text) ?? target.choice;
  return { kind: "choice", field: idOf(kind.document, kind.field), code: choiceCode(choice) };
}

function builtInNamed(builtIn: BuiltIn, name: Name): Expr {
  switch (builtIn) {
    case "theDay":
      return { kind: "theDay" };
    case "yes":
    case "no":
      return { kind: "truth", holds: builtIn };
    case "monthOf":
    case "quarterOf":
    case "yearOf":
      return { kind: "key", name: builtInKeyName(builtIn) };
    default:
      throw new Error(`${name.text} stands for a value.`);
  }
}

/** The name of a key of the language itself, whichever keyword table it was written in. */
export function builtInKeyName(builtIn: BuiltIn): string {
  switch (builtIn) {
    case "episode":
      return "vårdtillfälle";
    case "theDay":
      return "dygnet";
    case "monthOf":
      return "månad";
    case "quarterOf":
      return "kvartal";
    case "yearOf":
      return "år";
    default:
      throw new Error(`${builtIn} is no key of a group.`);
  }
}
