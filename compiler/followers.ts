// Leaves out what only follows from a mistake that has been said: one mistake, one message.
// Rule: what is left out is never the only error, so that no file passes because of it.

import { isError, type Problem } from "./problem.ts";
import type { Span } from "./source.ts";
import type { FileTree } from "./syntax/ast.ts";

/**
 * The later problems that stand on their own feet. In a head or statement that could not be read as written, names
 * and kinds say little; and while anything at all is wrong, a name that nobody uses is often used in what was lost.
 */
export function withoutFollowers(
  syntax: readonly Problem[],
  later: readonly Problem[],
  trees: readonly FileTree[],
): readonly Problem[] {
  const unread = trees.flatMap((tree) => tornParts(tree, syntax.filter(isError)));
  const standing = later.filter(({ span }) => !unread.some((part) => holds(part, span)));
  const anyError = syntax.some(isError) || standing.some(isError);
  return anyError ? standing.filter(({ code }) => code !== unusedName) : standing;
}

const unusedName = "AV2006";

function tornParts({ file, head, statements, span }: FileTree, errors: readonly Problem[]): Span[] {
  const here = errors.filter(({ span }) => span.file === file);
  if (head === undefined && statements.length === 0 && here.length > 0) return [span];
  const parts = [...(head === undefined ? [] : [head.span]), ...statements.map(({ span }) => span)];
  return parts.filter((part, index) => {
    // What could not be read may lie behind the last word that could: up to where the next part begins.
    const end = parts[index + 1]?.start ?? Infinity;
    return here.some((error) => error.span.start >= part.start && error.span.start < end);
  });
}

function holds(part: Span, span: Span): boolean {
  return part.file === span.file && span.start >= part.start && span.end <= part.end;
}
