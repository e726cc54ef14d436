// What can be folded away: statements, readings inside questions, and comments of several lines.
// Rule: a fold begins on the line of its keyword, so that the line says what is folded.

import { treeOf, type Analysis } from "./analysis.ts";
import type { Span } from "./answers.ts";
import { insideOf } from "./things.ts";

export interface Fold {
  readonly span: Span;
  readonly sort: "statement" | "comment";
}

export function foldsOf(path: string, analysis: Analysis): readonly Fold[] {
  const tree = treeOf(path, analysis);
  if (tree === undefined) return [];
  const statements = insideOf(tree).flatMap((statement) => [
    statement.span,
    ...(statement.kind === "question" ? statement.readings.map(({ span }) => span) : []),
  ]);
  const head = tree.head === undefined ? [] : [tree.head.span];
  const comments: Span[] = [];
  for (const { span, ownLine } of tree.comments) {
    const last = comments.at(-1);
    const gap = last === undefined ? Infinity : span.start - last.end;
    if (last !== undefined && ownLine && gap <= nextLine) comments[comments.length - 1] = { ...last, end: span.end };
    else if (ownLine) comments.push(span);
  }
  return [
    ...[...head, ...statements].map((span): Fold => ({ span, sort: "statement" })),
    ...comments.map((span): Fold => ({ span, sort: "comment" })),
  ];
}

/** A line break and some indentation. */
const nextLine = 8;
