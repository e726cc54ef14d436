// The texts of sources, each read into headings and sections once.
// Rule: a source is found as the checker finds it: by what its name was bound to, and the file that is named there.

import { sourceOnce, type SourceText } from "../check/source-text.ts";
import type { FileTree, Reference, SourceStatement } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import { documentHolding } from "./things.ts";

export interface FoundSource {
  readonly file: string;
  readonly text: SourceText;
}

export function sourceOf(reference: Reference, tree: FileTree, analysis: Analysis): FoundSource | undefined {
  const declaration = analysis.front.bindings.targetOf.get(reference.source);
  const own = documentHolding(tree, analysis)?.sources.get(reference.source.text);
  const source = declaration?.kind === "source" && declaration.source !== "document" ? declaration.source : own;
  return source === undefined ? undefined : sourceText(source, analysis);
}

export function sourceText({ file }: SourceStatement, { front }: Analysis): FoundSource | undefined {
  if (file === undefined) return undefined;
  const text = sourceOnce(file.text, front.workspace.sources);
  return text === undefined ? undefined : { file: file.text, text };
}
