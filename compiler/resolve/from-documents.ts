// Finds what every name in the documents means.
// Rule: each name is looked up once, where it was written; a use without a meaning is reported once and then left alone.

import type { Problem } from "../problem.ts";
import type { Name, Statement } from "../syntax/ast.ts";
import { bindHeadLine, bindStatement } from "./bind-statement.ts";
import { bindDocument, bindValidity } from "./bind-references.ts";
import type { Binder, Place } from "./binder.ts";
import type { Bindings, Declaration } from "./bindings.ts";
import { isWordOfTheLanguage } from "./built-ins.ts";
import type { Documents, Guard } from "./document.ts";
import { wordOfTheLanguage } from "./problems/word-of-the-language.ts";
import { nameTwice } from "./problems/name-twice.ts";
import { nameOf, scopesOf, type Scope } from "./scope.ts";
import { reportUnused } from "./unused-names.ts";

export interface Resolution {
  readonly bindings: Bindings;
  readonly problems: readonly Problem[];
  /** Those of names that are wrong where they stand; the others are of names that nobody uses. */
  readonly wrong: readonly Problem[];
}

/** What was found before of documents that cannot have changed, and in which no name was wrong. */
export interface KnownNames {
  /** The documents to look at. */
  readonly among: ReadonlySet<string>;
  /** Of the names in all the others. */
  readonly targetOf: ReadonlyMap<Name, Declaration>;
}

export function resolve(documents: Documents, known?: KnownNames): Resolution {
  const targetOf = new Map<Name, Declaration>(known?.targetOf);
  const binder: Binder = { documents, scopes: scopesOf(documents), targetOf, problems: [], notUsed: new Set() };
  const among = [...binder.scopes.values()].filter(({ document }) => known?.among.has(document.name) !== false);
  for (const scope of among) bindDocumentText(scope, binder);
  for (const scope of among) reportNames(scope, binder.problems);
  const wrong = [...binder.problems];
  // A name that is misspelt where it is used would otherwise be reported twice.
  if (wrong.length === 0) reportUnused(documents, { targetOf }, binder.problems);
  return { bindings: { targetOf }, problems: binder.problems, wrong };
}

function bindDocumentText(scope: Scope, binder: Binder): void {
  const place: Place = { scope, guard: undefined, steps: undefined };
  for (const { head, statements } of scope.document.files) {
    if (head?.kind === "document") for (const line of head.lines) bindHeadLine(line, place, binder);
    if (head?.kind === "amendment") {
      bindDocument(head.amends, binder);
      if (head.validity !== undefined) bindValidity(head.validity, place, binder);
    }
    for (const statement of statements) bindStatement(statement, place, binder);
  }
}

/** Names that are given where another meaning already stands: a word of the language, a thing, an earlier step. */
function reportNames({ document, own }: Scope, problems: Problem[]): void {
  const seen = new Set<Name>();
  for (const { lines } of document.rules) {
    const steps = lines.flatMap(({ line, guard }) => (line.kind === "step" ? [{ name: line.name, guard }] : []));
    for (const [index, { name, guard }] of steps.entries()) {
      if (seen.has(name) || name.text === "") continue;
      seen.add(name);
      const earlier = steps.slice(0, index).find((step) => step.name.text === name.text && mayMeet(step.guard, guard));
      const first = earlier?.name ?? nameOf(own.get(name.text));
      if (first !== undefined && first !== name) problems.push(nameTwice(name, first));
    }
  }
  for (const { statements } of document.files) {
    for (const statement of statements) {
      for (const name of givenNames(statement)) {
        if (isWordOfTheLanguage(name.text)) problems.push(wordOfTheLanguage(name));
      }
    }
  }
}

/** False only for two readings of one question, which are never chosen together. */
function mayMeet(a: Guard | undefined, b: Guard | undefined): boolean {
  if (a === undefined || b === undefined || a.document !== b.document || a.question !== b.question) return true;
  return a.readings.some((reading) => b.readings.includes(reading));
}

function givenNames(statement: Statement): readonly Name[] {
  switch (statement.kind) {
    case "record":
    case "register":
      return statement.fields.map((field) => field.name);
    case "value":
    case "measured":
    case "term":
    case "condition":
    case "event":
      return [statement.name];
    case "rule":
    case "statistic":
      return statement.lines.flatMap((line) => (line.kind === "step" ? [line.name] : []));
    default:
      return [];
  }
}
