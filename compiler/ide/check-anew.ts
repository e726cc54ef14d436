// Checks again only the documents that a change can have touched: those whose files are others, and whoever uses them.
// Rule: what is kept is what checking everything would find again; where that is not certain, everything is checked.

import { eachOnce } from "../check/each-once.ts";
import { check } from "../check/from-bindings.ts";
import type { Kinds } from "../check/kinds.ts";
import type { FrontEnd } from "../compile.ts";
import type { Problem } from "../problem.ts";
import type { Documents } from "../resolve/document.ts";
import type { FileTree } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";

interface Checked {
  readonly kinds: Kinds;
  readonly problems: readonly Problem[];
}

export function checkAnew(front: Omit<FrontEnd, "kinds">, before: Analysis | undefined): Checked {
  const among = before === undefined ? undefined : touched(front, before.front);
  if (before === undefined || among === undefined) return check(front);
  const anew = check({ ...front, among });
  const kept = keptFiles(front.trees, among);
  const kindOf = new Map(anew.kinds.kindOf);
  for (const [expression, kind] of before.front.kinds.kindOf) {
    if (kept.has(expression.span.file) && !kindOf.has(expression)) kindOf.set(expression, kind);
  }
  // A document that does not use the changed one has the problems that it had.
  const found = anew.problems.filter(({ span }) => !kept.has(span.file));
  const standing = before.rules.filter(({ span }) => kept.has(span.file));
  return { kinds: { kindOf }, problems: eachOnce([...found, ...standing]) };
}

/** Names of the documents to check again; undefined for all. */
function touched(now: Omit<FrontEnd, "kinds">, before: FrontEnd): ReadonlySet<string> | undefined {
  const { workspace, trees, documents } = now;
  const old = before.workspace;
  if (workspace.registers !== old.registers || workspace.sources !== old.sources) return undefined;
  if (!sameHeads(documents, before.documents) || trees.length !== before.trees.length) return undefined;
  const known = new Set(before.trees);
  const changed = new Set<string>();
  for (const document of documents.values()) {
    if (document.files.some((tree) => !known.has(tree))) changed.add(document.name);
  }
  const inDocuments = new Set([...documents.values()].flatMap(({ files }) => files));
  // A file that belongs to no document may have belonged to one.
  if (trees.some((tree) => !known.has(tree) && !inDocuments.has(tree))) return undefined;
  return withUsers(changed, documents);
}

function sameHeads(a: Documents, b: Documents): boolean {
  if (a.size !== b.size) return false;
  return [...a.values()].every(({ name, head, files }) => {
    const other = b.get(name);
    return other !== undefined && other.head.sort === head.sort && other.files.length === files.length;
  });
}

/** Whoever uses a document, or falls back on it, may mean something else by it. */
function withUsers(changed: ReadonlySet<string>, documents: Documents): ReadonlySet<string> {
  const all = new Set(changed);
  for (let grew = true; grew;) {
    grew = false;
    for (const { name, uses, otherwise } of documents.values()) {
      if (all.has(name) || ![...uses, otherwise?.text ?? ""].some((used) => all.has(used))) continue;
      all.add(name);
      grew = true;
    }
  }
  return all;
}

/** Files of documents that are not checked again. */
function keptFiles(trees: readonly FileTree[], among: ReadonlySet<string>): ReadonlySet<string> {
  const documentOf = ({ head }: FileTree): string =>
    head?.kind === "amendment" ? head.amends.text : (head?.name.text ?? "");
  return new Set(trees.filter((tree) => !among.has(documentOf(tree))).map(({ file }) => file));
}
