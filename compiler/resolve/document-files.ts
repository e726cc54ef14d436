// The files of a workspace sorted into documents: one decided text each, and the amendments of it.
// Rule: a file that cannot be placed is reported and left out; the others go on without it.

import { spelling } from "@avtal/grammar/keywords";
import type { Problem } from "../problem.ts";
import type { AmendmentHead, DocumentHead, FileTree } from "../syntax/ast.ts";
import type { Days } from "./document.ts";
import { amendmentOfNothing } from "./problems/amendment-of-nothing.ts";
import { amendmentTwice } from "./problems/amendment-twice.ts";
import { documentTwice } from "./problems/document-twice.ts";
import { fileWithoutHead } from "./problems/file-without-head.ts";
import type { Workspace } from "../workspace.ts";
import { always, byFirstDay, type Layer } from "./timeline.ts";
import { daysOf } from "./validity-days.ts";

/** The files of one document: the decided text, then its amendments by their first day, then by name. */
export interface DocumentFiles {
  readonly name: string;
  readonly head: DocumentHead;
  readonly base: Layer;
  readonly amendments: readonly Amendment[];
}

export interface Amendment extends Layer {
  readonly head: AmendmentHead;
}

export interface FilesByDocument {
  /** In the order in which the decided texts were handed in. */
  readonly documents: readonly DocumentFiles[];
  readonly problems: readonly Problem[];
}

export function filesByDocument(trees: readonly FileTree[], workspace: Workspace): FilesByDocument {
  const problems: Problem[] = [];
  const bases = basesOf(trees, workspace, problems);
  const amendments = amendmentsOf(trees, bases, problems);
  const documents = [...bases].map(([name, { head, tree }]) => ({
    name,
    head,
    base: { tree, days: always, origin: { file: tree.file, amendment: undefined } },
    amendments: [...(amendments.get(name)?.values() ?? [])].sort(byFirstDay),
  }));
  return { documents, problems };
}

interface Base {
  readonly tree: FileTree;
  readonly head: DocumentHead;
}

function basesOf(trees: readonly FileTree[], workspace: Workspace, problems: Problem[]): ReadonlyMap<string, Base> {
  const textOf = new Map(workspace.files.map((file) => [file.path, file.text]));
  const bases = new Map<string, Base>();
  for (const tree of trees) {
    const { head } = tree;
    if (head === undefined) {
      if (lacksHead(tree, textOf.get(tree.file) ?? "")) problems.push(fileWithoutHead(tree));
      continue;
    }
    if (head.kind !== "document" || head.name.text === "") continue;
    const first = bases.get(head.name.text);
    if (first === undefined) bases.set(head.name.text, { tree, head });
    else problems.push(documentTwice(head.name, first.head.name));
  }
  return bases;
}

/** False where the file is empty, or has a head that could not be read: then the reader has said so. */
function lacksHead({ language }: FileTree, text: string): boolean {
  const lines = text.split(/[\r\n]+/u).map((line) => line.replace(/#.*/u, "").trim().toLowerCase());
  const words = headWords.map((word) => spelling(word, language));
  return lines.some((line) => line !== "") && !lines.some((line) => words.some((word) => line.startsWith(`${word} `)));
}

const headWords = ["agreement", "act", "vocabulary", "amendment"] as const;

function amendmentsOf(
  trees: readonly FileTree[],
  bases: ReadonlyMap<string, Base>,
  problems: Problem[],
): ReadonlyMap<string, ReadonlyMap<string, Amendment>> {
  const amendments = new Map<string, Map<string, Amendment>>();
  for (const tree of trees) {
    const { head } = tree;
    if (head?.kind !== "amendment" || head.amends.text === "") continue;
    const document = head.amends.text;
    if (!bases.has(document)) {
      problems.push(amendmentOfNothing(head.amends, [...bases.keys()]));
      continue;
    }
    const sameDocument = amendments.get(document) ?? new Map<string, Amendment>();
    amendments.set(document, sameDocument);
    const first = sameDocument.get(head.name.text);
    if (first === undefined) sameDocument.set(head.name.text, amendmentFrom(tree, head, problems));
    else problems.push(amendmentTwice(head.name, document, first.head.name));
  }
  return amendments;
}

function amendmentFrom(tree: FileTree, head: AmendmentHead, problems: Problem[]): Amendment {
  const days: Days = head.validity === undefined ? always : daysOf(head.validity, problems);
  return { tree, head, days, origin: { file: tree.file, amendment: head.name.text } };
}
