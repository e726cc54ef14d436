// Documents from texts, for the tests of this room: the texts as people write them in, the documents out.
// Rule: a text that does not parse fails the test, so that a test is about what it says.

import type { Fix, Problem } from "../problem.ts";
import type { SourceFile } from "../source.ts";
import { parseFile } from "../syntax/from-text.ts";
import type { Workspace } from "../workspace.ts";
import type { Document, Documents } from "./document.ts";
import { resolve, type Resolution } from "./from-documents.ts";
import { consolidate } from "./from-trees.ts";

export interface Read {
  readonly documents: Documents;
  readonly problems: readonly Problem[];
  readonly codes: readonly string[];
}

export type Texts = Readonly<Record<string, string>>;

/** Each text is a file; `språk sv` is put first where neither language is said. Names ending in `.yaml` are registers. */
export function documentsFrom(texts: Texts): Read {
  const workspace = workspaceOf(texts);
  const parsed = workspace.files.map(parseFile);
  const faults = parsed.flatMap((file) => file.problems);
  if (faults.length > 0) throw new Error(faults.map((fault) => `${fault.code} ${fault.headline.sv}`).join("\n"));
  const { documents, problems } = consolidate(
    parsed.map((file) => file.tree),
    workspace,
  );
  return { documents, problems, codes: problems.map((problem) => problem.code) };
}

/** The names of documents that were put together without a problem. */
export function resolvedFrom(texts: Texts): Resolution & { readonly codes: readonly string[] } {
  const { documents, codes } = documentsFrom(texts);
  if (codes.length > 0) throw new Error(`Not put together: ${codes.join(", ")}`);
  const resolution = resolve(documents);
  return { ...resolution, codes: resolution.problems.map((problem) => problem.code) };
}

export function documentNamed(name: string, { documents }: Pick<Read, "documents">): Document {
  const document = documents.get(name);
  if (document === undefined) throw new Error(`No document ${name}.`);
  return document;
}

export function workspaceOf(texts: Texts): Workspace {
  const files: SourceFile[] = [];
  const registers = new Map<string, string>();
  for (const [path, text] of Object.entries(texts)) {
    if (path.endsWith(".yaml")) registers.set(path, text);
    else files.push({ path, text: /^\s*(språk|language) /u.test(text) ? text : `språk sv\n${text}` });
  }
  return { files, registers, sources: undefined, lock: undefined };
}

/** A text after the edits of a fix. */
export function applied(fix: Fix | undefined, text: string): string {
  const edits = [...(fix?.edits ?? [])].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((now, { span, text: put }) => now.slice(0, span.start) + put + now.slice(span.end), text);
}
