// What names mean in a document: its own first, then those of the documents that it uses.
// Rule: a name that two used documents give is nobody's until it is written with its document. Maps only: a thing may be
// called `constructor`.

import type { FieldLine, Language, Name } from "../syntax/ast.ts";
import type { Declaration } from "./bindings.ts";
import type { Document, Documents, Guard } from "./document.ts";

/** A declared name, and under which readings it exists. */
export interface Thing {
  readonly name: string;
  readonly declaration: Declaration;
  readonly guards: readonly (Guard | undefined)[];
}

export interface ChoiceOf {
  readonly document: string;
  readonly field: FieldLine;
}

export interface Scope {
  readonly document: Document;
  readonly own: ReadonlyMap<string, Thing>;
  /** The documents after `använder` that exist, in written order. */
  readonly used: readonly Scope[];
  /** True where a document after `använder` is not at hand, so that a name may come from there. */
  readonly incomplete: boolean;
  /** All scopes of the workspace, by document. */
  readonly all: ReadonlyMap<string, Scope>;
}

export function scopesOf(documents: Documents): ReadonlyMap<string, Scope> {
  const scopes = new Map<string, Scope>();
  const uses = new Map<string, Scope[]>();
  for (const document of documents.values()) {
    const used: Scope[] = [];
    uses.set(document.name, used);
    const incomplete = document.uses.some((name) => !documents.has(name));
    scopes.set(document.name, { document, own: thingsOf(document), used, incomplete, all: scopes });
  }
  for (const { document } of scopes.values()) {
    const used = document.uses.filter((name) => name !== document.name).flatMap((name) => scopes.get(name) ?? []);
    uses.get(document.name)?.push(...used);
  }
  return scopes;
}

/** The things that a name may mean: one, several that compete, or none. */
export function candidates(name: string, scope: Scope): readonly Thing[] {
  const own = scope.own.get(name);
  if (own !== undefined) return [own];
  return scope.used.flatMap((used) => used.own.get(name) ?? []);
}

/** False for `lus.x` where `lus` is neither the document itself nor among those that it uses. */
export function isReached({ document }: Name, scope: Scope): boolean {
  if (document === undefined || document === scope.document.name) return true;
  return scope.used.some((used) => used.document.name === document);
}

/** The language of the file in which something of the document is written. */
export function languageOf({ span }: Name, { document }: Scope): Language {
  return document.files.find((tree) => tree.file === span.file)?.language ?? "sv";
}

/** The fields within reach that have a choice of this name: of records and of registers. */
export function fieldsWithChoice(name: string, scope: Scope): readonly ChoiceOf[] {
  const own = choiceFields(scope.document).filter(({ field }) => choiceIn(field, name) !== undefined);
  if (own.length > 0) return own;
  return scope.used.flatMap((used) =>
    choiceFields(used.document).filter(({ field }) => choiceIn(field, name) !== undefined),
  );
}

/** The register facts within reach that bear this name. */
export function registerFacts(name: string, scope: Scope): readonly (Declaration & { kind: "registerFact" })[] {
  const own = factsIn(scope.document, name);
  return own.length > 0 ? own : scope.used.flatMap((used) => factsIn(used.document, name));
}

export function choiceIn(field: FieldLine, name: string) {
  return field.type.kind === "choices" ? field.type.choices.find((choice) => choice.name.text === name) : undefined;
}

export function choicesOf(field: FieldLine): readonly string[] {
  return field.type.kind === "choices" ? field.type.choices.map((choice) => choice.name.text) : [];
}

function choiceFields(document: Document): readonly ChoiceOf[] {
  const inRegisters = [...document.registers.values()].flatMap(({ statement }) => statement.fields);
  return [...document.fields.values(), ...inRegisters].map((field) => ({ document: document.name, field }));
}

function factsIn(document: Document, name: string): readonly (Declaration & { kind: "registerFact" })[] {
  return [...document.registers.values()].flatMap(({ statement: register }) =>
    register.fields
      .filter((field) => field.name.text === name)
      .map((field) => ({ kind: "registerFact" as const, document: document.name, register, field })),
  );
}

function thingsOf(document: Document): ReadonlyMap<string, Thing> {
  const things = new Map<string, Thing>();
  const add = (declaration: Declaration, name: string, guards: readonly (Guard | undefined)[]): void => {
    if (name !== "" && !things.has(name)) things.set(name, { name, declaration, guards });
  };
  const { name: where } = document;
  for (const [name, field] of document.fields) add({ kind: "field", document: where, field }, name, [undefined]);
  for (const [name, { statement }] of document.registers) {
    add({ kind: "register", document: where, register: statement }, name, [undefined]);
  }
  for (const [name, event] of document.events) add({ kind: "event", document: where, event }, name, [undefined]);
  for (const [name, value] of document.values) {
    add({ kind: "value", document: where, value: value.statement }, name, [value.guard]);
  }
  for (const [name, versions] of document.measured) {
    for (const { it } of versions.slice(0, 1)) {
      add({ kind: "measured", document: where, measured: it }, name, versions.map(guardIn));
    }
  }
  for (const [name, versions] of document.terms) {
    for (const { it } of versions.slice(0, 1))
      add({ kind: "term", document: where, term: it }, name, versions.map(guardIn));
  }
  for (const [name, versions] of document.conditions) {
    for (const { statement } of versions.slice(0, 1)) {
      add({ kind: "condition", document: where, condition: statement }, name, versions.map(guardIn));
    }
  }
  for (const { name, statement } of document.rules) {
    const versions = document.rules.filter((rule) => rule.name === name);
    add({ kind: "rule", document: where, rule: statement }, name, versions.map(guardIn));
  }
  // A rule that takes over lines of a rule that does not exist is no rule yet, but its name is given.
  for (const { statements } of document.files) {
    for (const it of statements) {
      if (it.kind === "rule" || it.kind === "statistic") {
        add({ kind: "rule", document: where, rule: it }, it.name.text, [undefined]);
      }
    }
  }
  return things;
}

/** Where a thing is named first. */
export function nameOf(thing: Thing | undefined): Name | undefined {
  if (thing === undefined) return undefined;
  const { declaration } = thing;
  switch (declaration.kind) {
    case "field":
      return declaration.field.name;
    case "register":
      return declaration.register.name;
    case "event":
      return declaration.event.name;
    case "value":
      return declaration.value.name;
    case "measured":
      return declaration.measured.name;
    case "term":
      return declaration.term.name;
    case "condition":
      return declaration.condition.name;
    case "rule":
      return declaration.rule.name;
    case "step":
      return declaration.step.name;
    default:
      return undefined;
  }
}

function guardIn(version: { readonly guard: Guard | undefined }): Guard | undefined {
  return version.guard;
}
