// Which documents a change can have touched: those whose files are others, and whoever uses them.
// Rule: what is left out means what it meant; where that is not certain, nothing is left out.

import type { FrontEnd } from "../compile.ts";
import type { Documents } from "../resolve/document.ts";
import type { FileTree } from "../syntax/ast.ts";

type Changed = Pick<FrontEnd, "workspace" | "trees" | "documents">;

/** Names of the documents to look at again; undefined for all. */
export function touchedSince(before: FrontEnd | undefined, now: Changed): ReadonlySet<string> | undefined {
  if (before === undefined) return undefined;
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

/** Files of documents that are not looked at again. */
export function untouchedFiles(trees: readonly FileTree[], among: ReadonlySet<string>): ReadonlySet<string> {
  const documentOf = ({ head }: FileTree): string =>
    head?.kind === "amendment" ? head.amends.text : (head?.name.text ?? "");
  return new Set(trees.filter((tree) => !among.has(documentOf(tree))).map(({ file }) => file));
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
