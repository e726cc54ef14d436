// One layout for every file, in either keyword table.
// Rule: the tree is the same before and after; formatting twice changes nothing; comments stay with what they stand at.

import { findLanguage } from "@avtal/grammar/language-line";
import type { Language } from "@avtal/grammar/keywords";
import { isError } from "../problem.ts";
import type { SourceFile } from "../source.ts";
import { parseFile } from "../syntax/from-text.ts";
import type { FileTree } from "../syntax/ast.ts";
import { layOut } from "./layout.ts";
import { opening, piece } from "./piece.ts";
import { headPieces, statementPieces, type Writing } from "./statement-pieces.ts";

/** The file in the one layout, or undefined where it cannot be read without mistakes. */
export function formatFile(source: SourceFile): string | undefined {
  return written(source, undefined);
}

/** The file in the one layout and the other keyword table. Names are the parties' own and stay. */
export function convertFile(source: SourceFile, language: Language): string | undefined {
  return written(source, language);
}

function written(source: SourceFile, language: Language | undefined): string | undefined {
  const { tree, problems } = parseFile(source);
  if (problems.some(isError)) return undefined;
  return textOf(tree, source.text, language ?? tree.language);
}

function textOf(tree: FileTree, source: string, language: Language): string {
  const writing: Writing = {
    language,
    wordBefore: (offset) => startOfWordBefore(offset, tree, source),
    hasComment: (start, end) => tree.comments.some(({ span }) => span.start >= start && span.start < end),
  };
  const said = language === "sv" ? "språk sv" : "language en";
  const { at } = findLanguage(source);
  const pieces = [
    opening(piece({ start: at, end: at + 1 }, 0, said)),
    ...(tree.head === undefined ? [] : headPieces(tree.head, writing)),
    ...tree.statements.flatMap((statement) => statementPieces(statement, writing)),
  ];
  return layOut(pieces, tree.comments, source);
}

function startOfWordBefore(offset: number, { comments }: FileTree, source: string): number {
  let end = offset;
  for (let moved = true; moved;) {
    const spaces = /\s*$/.exec(source.slice(Math.max(0, end - 400), end))?.[0].length ?? 0;
    const comment = comments.find(({ span }) => span.start < end - spaces && span.end === end - spaces);
    moved = spaces > 0 || comment !== undefined;
    end = comment?.span.start ?? end - spaces;
  }
  const word = /\S*$/.exec(source.slice(Math.max(0, end - 400), end))?.[0].length ?? 0;
  return end - word;
}
