// Looks up again only the names of the documents that a change can have touched.
// Rule: the meanings are those that looking up every name would give; while a name of another document is wrong, every
// name is looked up.

import type { Documents } from "../resolve/document.ts";
import { resolve, type Resolution } from "../resolve/from-documents.ts";
import type { FileTree } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import { untouchedFiles } from "./touched.ts";

export function resolveAnew(
  { documents, trees }: { readonly documents: Documents; readonly trees: readonly FileTree[] },
  among: ReadonlySet<string> | undefined,
  before: Analysis | undefined,
): Resolution {
  if (before === undefined || among === undefined) return resolve(documents);
  const kept = untouchedFiles(trees, among);
  if (before.misnamed.some(({ span }) => kept.has(span.file))) return resolve(documents);
  const targetOf = new Map([...before.front.bindings.targetOf].filter(([name]) => kept.has(name.span.file)));
  return resolve(documents, { among, targetOf });
}
