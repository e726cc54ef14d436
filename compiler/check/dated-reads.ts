// Which dated values an expression reads without saying on which day, directly and through what it names.
// Rule: `V vid D` says the day for V and for everything that V reads, so nothing under it is listed.

import type { ValueText } from "../resolve/document.ts";
import type { Expression, Name } from "../syntax/ast.ts";
import { declarationOf, type Checking } from "./checking.ts";
import { definitionsOf, idOf, isDefined, type Defined } from "./definitions.ts";
import { subexpressions } from "./subexpressions.ts";

export interface DatedRead {
  /** `document.name` of the value. */
  readonly id: string;
  readonly text: ValueText;
  /** The name in the expression at hand through which it is read. */
  readonly through: Name;
}

export function datedReads(expression: Expression, checking: Checking): DatedRead[] {
  const found = new Map<string, DatedRead>();
  for (const name of namesRead(expression)) {
    const declaration = declarationOf(name, checking);
    if (!isDefined(declaration)) continue;
    for (const { id, text } of reachedFrom(declaration, checking)) {
      if (!found.has(id)) found.set(id, { id, text, through: name });
    }
  }
  return [...found.values()];
}

/** The names on whose day nothing has been said, in written order. */
function* namesRead(expression: Expression): Generator<Name> {
  // The day itself is an expression like any other; what is read on that day is settled.
  if (expression.kind === "at") yield* namesRead(expression.at);
  else if (expression.kind === "name") yield expression;
  else for (const child of subexpressions(expression)) yield* namesRead(child);
}

type Reached = Omit<DatedRead, "through">;

/** The values that are read when the name is, each once, nearest first; found once for each check. */
function reachedFrom(declaration: Defined, checking: Checking): readonly Reached[] {
  const known = knownReaches.get(checking.kindOf) ?? new Map<string, readonly Reached[]>();
  knownReaches.set(checking.kindOf, known);
  const id = idOf(declaration);
  const before = known.get(id);
  if (before !== undefined) return before;
  const found = new Map<string, Reached>();
  collect(declaration, new Set(), { found, known, checking });
  const reached = [...found.values()];
  known.set(id, reached);
  return reached;
}

interface Collecting {
  readonly found: Map<string, Reached>;
  /** Whole answers only, so that a circle cannot leave half of one. */
  readonly known: ReadonlyMap<string, readonly Reached[]>;
  readonly checking: Checking;
}

function collect(declaration: Defined, seen: Set<string>, collecting: Collecting): void {
  const { found, known, checking } = collecting;
  const id = idOf(declaration);
  if (seen.has(id)) return;
  seen.add(id);
  const before = known.get(id);
  if (before !== undefined) {
    for (const each of before) if (!found.has(each.id)) found.set(each.id, each);
    return;
  }
  if (declaration.kind === "value") {
    const text = checking.documents.get(declaration.document)?.values.get(declaration.value.name.text);
    if (text !== undefined) found.set(id, { id, text });
  }
  if (declaration.kind === "measured") return;
  for (const { value } of definitionsOf(declaration, checking.documents)) {
    for (const name of namesRead(value)) {
      const inside = declarationOf(name, checking);
      if (isDefined(inside)) collect(inside, seen, collecting);
    }
  }
}

/** By the table of kinds, which is new for every check. */
const knownReaches = new WeakMap<Checking["kindOf"], Map<string, readonly Reached[]>>();
