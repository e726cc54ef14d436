// The parts of a tree by their place: what stands at an offset, and every name of a file.
// Rule: a node is what has a span; the tree itself says what is inside what.

import type { Span } from "../source.ts";
import type { FileTree, Name } from "../syntax/ast.ts";

/** Something that was written, of whatever sort. */
export interface Written {
  readonly span: Span;
  readonly kind?: unknown;
}

/** Everything that holds the offset, outermost first; an end counts as inside, because that is where one types. */
export function nodesAt(tree: FileTree, offset: number): readonly Written[] {
  const path: Written[] = [];
  const look = (node: unknown): void => {
    for (const child of partsOf(node)) {
      if (isWritten(child)) {
        const { start, end } = child.span;
        if (offset < start || offset > end) continue;
        path.push(child);
      }
      look(child);
    }
  };
  look(tree.head);
  for (const statement of tree.statements) {
    if (offset < statement.span.start || offset > statement.span.end) continue;
    path.push(statement);
    look(statement);
  }
  if (tree.head !== undefined && offset <= tree.head.span.end && offset >= tree.head.span.start)
    path.unshift(tree.head);
  return path;
}

/** Every name of a file in written order, given or used. */
export function namesIn(tree: FileTree): readonly Name[] {
  const known = namesOf.get(tree);
  if (known !== undefined) return known;
  const names = new Set(nodesIn(tree).filter(isName));
  const sorted = [...names].filter(({ text }) => text !== "").sort((a, b) => a.span.start - b.span.start);
  namesOf.set(tree, sorted);
  return sorted;
}

/** Every node of a file that has a place. */
export function nodesIn(tree: FileTree): readonly Written[] {
  const known = nodesOf.get(tree);
  if (known !== undefined) return known;
  const parts = tree.head === undefined ? tree.statements : [tree.head, ...tree.statements];
  const nodes = parts.flatMap(nodesWithin);
  nodesOf.set(tree, nodes);
  return nodes;
}

/** A statement that was not read again is the same object as before, and what stands in it is known. */
function nodesWithin(part: Written): readonly Written[] {
  const known = nodesOf.get(part);
  if (known !== undefined) return known;
  const found: Written[] = [];
  const look = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    if (isWritten(node)) found.push(node);
    // What has a start and no span is a span, and holds nothing.
    if (Array.isArray(node)) for (const each of node) look(each);
    else if (!("start" in node)) for (const key in node) look(node[key as keyof typeof node]);
  };
  look(part);
  nodesOf.set(part, found);
  return found;
}

/** The names of a file that are spelled so. */
export function namesSpelled(text: string, tree: FileTree): readonly Name[] {
  const known = bySpelling.get(tree) ?? new Map<string, Name[]>();
  if (!bySpelling.has(tree)) {
    for (const name of namesIn(tree)) known.set(name.text, [...(known.get(name.text) ?? []), name]);
    bySpelling.set(tree, known);
  }
  return known.get(text) ?? [];
}

export function isName(node: unknown): node is Name {
  return isWritten(node) && node.kind === "name" && "text" in node && "document" in node;
}

export function isWritten(node: unknown): node is Written {
  return typeof node === "object" && node !== null && "span" in node;
}

/** Trees never change, so what stands in one is found once. */
const namesOf = new WeakMap<FileTree, readonly Name[]>();
const nodesOf = new WeakMap<Written, readonly Written[]>();
const bySpelling = new WeakMap<FileTree, Map<string, Name[]>>();

function partsOf(node: unknown): readonly unknown[] {
  if (Array.isArray(node)) return node;
  if (typeof node !== "object" || node === null) return [];
  // What has a start and no span is a span, and holds nothing.
  return "start" in node ? [] : Object.values(node);
}
