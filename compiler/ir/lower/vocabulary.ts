// Fields of a record and registers of payers, as the vocabularies at hand declare them.

import type { FrontEnd } from "../../compile.ts";
import type { Document } from "../../resolve/document.ts";
import type { RegisterEntry } from "../../resolve/register.ts";
import type { FieldLine } from "../../syntax/ast.ts";
import type { Field, RegisterIr } from "../ir.ts";
import { idOf } from "./id.ts";
import { fieldKind } from "./kinds.ts";
import { choiceCode } from "./names.ts";

export function fieldsOf(document: Document, front: FrontEnd): readonly Field[] {
  return [...document.fields.values()].map((field) => ({
    id: idOf(document.name, field.name.text),
    name: field.name.text,
    code: field.code.text,
    kind: fieldKind(document.name, field, front),
    choices: choicesOf(field),
    empty: field.empty ?? "unknown",
    optional: field.optional,
    personal: field.personal,
    unique: field.unique,
    doc: field.doc ?? null,
  }));
}

export function registersOf(document: Document, front: FrontEnd): readonly RegisterIr[] {
  return [...document.registers].map(([name, { statement, register }]) => {
    const facts = statement.fields.map((field) => field.name.text);
    return {
      id: idOf(document.name, name),
      entries: (register?.entries ?? []).map((entry) => entryOf(entry, facts)),
      facts,
      factKinds: statement.fields.map((field) => fieldKind(document.name, field, front)),
    };
  });
}

function choicesOf({ type }: FieldLine): Field["choices"] {
  if (type.kind !== "choices") return [];
  return type.choices.map((choice) => ({ name: choice.name.text, code: choiceCode(choice) }));
}

function entryOf(entry: RegisterEntry, facts: readonly string[]): RegisterIr["entries"][number] {
  return {
    code: entry.code,
    name: entry.name,
    alsoKnownAs: entry.alsoKnownAs,
    from: entry.from ?? null,
    until: entry.until ?? null,
    successor: entry.successor ?? null,
    facts: facts.map((fact) => entry.facts.get(fact) ?? null),
  };
}
