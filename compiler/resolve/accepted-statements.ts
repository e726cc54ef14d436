// The statements of a document that count, layer by layer: a name once per file, and of one sort through all of them.
// Rule: of two statements that compete for a name the first stays, so that one mistake gives one problem.

import type { Problem } from "../problem.ts";
import type { Name, Statement } from "../syntax/ast.ts";
import type { DocumentFiles } from "./document-files.ts";
import { nameTwice } from "./problems/name-twice.ts";
import { patchInDecidedText } from "./problems/patch-in-decided-text.ts";
import type { Layer, Part } from "./timeline.ts";

export interface AcceptedStatements {
  /** The decided text first, then the amendments in order. */
  readonly layers: readonly Layer[];
  readonly parts: readonly Part<Statement>[];
  /** The name of each thing that the text itself defines (fields, values, terms, conditions, rules …), and its sort. */
  readonly things: ReadonlyMap<string, DefinedThing>;
}

export interface DefinedThing {
  readonly name: Name;
  readonly sort: string;
}

export function acceptedStatements(files: DocumentFiles, problems: Problem[]): AcceptedStatements {
  const layers = [files.base, ...files.amendments];
  const taken: Taken = { things: new Map(), others: new Map(), problems };
  const parts = layers.flatMap((layer) => acceptedOf(layer, taken));
  return { layers, parts, things: taken.things };
}

/** The parts of one kind of statement, in order. */
export function partsOfKind<K extends Statement["kind"]>(
  accepted: AcceptedStatements,
  kind: K,
): readonly Part<Extract<Statement, { readonly kind: K }>>[] {
  return accepted.parts.flatMap(({ layer, it }) => (isOfKind(it, kind) ? [{ layer, it }] : []));
}

/** Parts grouped by what `nameOf` says, in the order of the first of each. */
export function byName<T>(
  parts: readonly Part<T>[],
  nameOf: (it: T) => string,
): ReadonlyMap<string, readonly Part<T>[]> {
  const grouped = new Map<string, Part<T>[]>();
  for (const part of parts) {
    const name = nameOf(part.it);
    const group = grouped.get(name);
    if (group === undefined) grouped.set(name, [part]);
    else group.push(part);
  }
  return grouped;
}

interface Taken {
  readonly things: Map<string, DefinedThing>;
  /** The same for names in the other spaces, with the space before the name. */
  readonly others: Map<string, DefinedThing>;
  readonly problems: Problem[];
}

function acceptedOf(layer: Layer, { things, others, problems }: Taken): readonly Part<Statement>[] {
  const inThisLayer = new Map<string, Name>();
  const decidedText = layer.origin.amendment === undefined;
  return layer.tree.statements.flatMap((it): readonly Part<Statement>[] => {
    if (it.kind === "patch" && decidedText) {
      problems.push(patchInDecidedText(it));
      return [];
    }
    const named = namesIn(it);
    for (const { space, name, sort } of named) {
      if (name.text === "") continue;
      const all = space === "things" ? things : others;
      const key = space === "things" ? name.text : `${space} ${name.text}`;
      const earlier = inThisLayer.get(key) ?? otherSort(all.get(key), sort);
      if (earlier !== undefined) {
        problems.push(nameTwice(name, earlier));
        return [];
      }
      inThisLayer.set(key, name);
      if (!all.has(key)) all.set(key, { name, sort });
    }
    return [{ layer, it }];
  });
}

/** A later layer may say a name again only to say the same sort of thing anew. */
function otherSort(first: DefinedThing | undefined, sort: string): Name | undefined {
  return first === undefined || (first.sort === sort && mayBeSaidAnew.has(sort)) ? undefined : first.name;
}

const mayBeSaidAnew: ReadonlySet<string> = new Set([
  "event",
  "value",
  "measured",
  "term",
  "condition",
  "rule",
  "statistic",
  "question",
  "patch",
]);

interface NamedThing {
  /** Names in different spaces do not meet: a question may be called like the term that it is about. */
  readonly space: "things" | "sources" | "questions" | "records" | "patches";
  readonly name: Name;
  readonly sort: string;
}

function namesIn(statement: Statement): readonly NamedThing[] {
  switch (statement.kind) {
    case "source":
      return [{ space: "sources", name: statement.name, sort: "source" }];
    case "record":
      return [
        { space: "records", name: statement.name, sort: "record" },
        ...statement.fields.map((field) => ({ space: "things" as const, name: field.name, sort: "field" })),
      ];
    case "question":
      return [{ space: "questions", name: statement.name, sort: "question" }];
    case "patch":
      return [{ space: "patches", name: statement.name, sort: "patch" }];
    case "uses":
    case "leftOut":
      return [];
    case "register":
    case "event":
    case "value":
    case "measured":
    case "term":
    case "condition":
    case "rule":
    case "statistic":
      return [{ space: "things", name: statement.name, sort: statement.kind }];
  }
}

function isOfKind<K extends Statement["kind"]>(
  statement: Statement,
  kind: K,
): statement is Extract<Statement, { readonly kind: K }> {
  return statement.kind === kind;
}
