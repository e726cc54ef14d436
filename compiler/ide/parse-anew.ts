// Reads again only the statements around a change, where what is wrong lies clearly among them or clearly elsewhere.
// Rule: the tree is the one that reading the whole file would give; wherever that is not certain, the whole file is read.

import type { Problem } from "../problem.ts";
import type { SourceFile } from "../source.ts";
import type { Comment, FileTree, Statement } from "../syntax/ast.ts";
import { parseFile, type ParsedFile } from "../syntax/from-text.ts";
import type { ParsedText } from "./analysis.ts";

export function parseAnew(source: SourceFile, before: ParsedText | undefined): ParsedFile {
  const stretch = before === undefined ? undefined : changedStretch(before, source.text);
  if (before === undefined || stretch === undefined) return parseFile(source);
  const part = parseFile({ path: source.path, text: blankedOutside(source.text, stretch) });
  const { statements, comments, language } = part.tree;
  const last = statements.at(-1);
  const { closing } = stretch;
  const inside = part.problems.every((problem) => liesIn(problem, stretch.start, closing?.start ?? Infinity));
  const foundBack = closing === undefined || (last?.span.start === closing.start && last.kind === closing.kind);
  if (part.torn || !inside || !foundBack || language !== before.file.tree.language) return parseFile(source);
  const tree = joined({ source, before: before.file.tree, stretch, statements, comments });
  const { problems } = before.file;
  const above = problems.filter((problem) => liesIn(problem, 0, stretch.start));
  const below = closing === undefined ? [] : problems.filter((problem) => liesIn(problem, stretch.oldEnd, Infinity));
  const by = stretch.end - stretch.oldEnd;
  return { tree, problems: [...above, ...part.problems, ...moved(below, by, new Map())], torn: false };
}

/** What is read again, in the new text, and which statements of the old tree it stands for. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  /** Where the stretch ended in the old text. */
  readonly oldEnd: number;
  /** First statement that is read again, and first that is not any more. */
  readonly from: number;
  readonly until: number;
  /** How the last statement of the stretch must begin: it is unchanged, so reading has found its way back. Undefined
   * where the stretch goes on to the end of the file. */
  readonly closing: { readonly start: number; readonly kind: Statement["kind"] } | undefined;
}

function changedStretch({ source: { text: old }, file }: ParsedText, text: string): Stretch | undefined {
  const { tree, problems } = file;
  if (file.torn || tree.head === undefined) return undefined;
  const [first, last] = difference(old, text);
  const { statements } = tree;
  const touchedFrom = statements.findIndex(({ span }) => span.end >= first);
  const behind = statements.findIndex(
    (statement) => statement.span.start > last + 1 && topOf(statement, tree, old) > last + 1,
  );
  // One statement more on either side, so that a change of where a statement ends is seen; the head is always read whole.
  const from = touchedFrom < 0 ? statements.length - 2 : touchedFrom - 1;
  const opening = statements[from];
  if (from < 1 || opening === undefined) return undefined;
  const start = topOf(opening, tree, old);
  if (first < start) return undefined;
  const grown = text.length - old.length;
  const [closing, next] = behind < 0 ? [] : [statements[behind], statements[behind + 1]];
  const [until, oldEnd] =
    closing === undefined || next === undefined
      ? [statements.length, old.length]
      : [behind + 1, topOf(next, tree, old)];
  const isEnd = until === statements.length;
  if (closing !== undefined && !isEnd && last > topOf(closing, tree, old)) return undefined;
  // What is wrong lies among what is read again, or wholly above or below it.
  const isClear = (problem: Problem): boolean =>
    liesIn(problem, 0, start) ||
    liesIn(problem, start, isEnd || closing === undefined ? Infinity : closing.span.start) ||
    (!isEnd && liesIn(problem, oldEnd, Infinity));
  if (!problems.every(isClear)) return undefined;
  return {
    start,
    end: oldEnd + grown,
    oldEnd,
    from,
    until,
    closing: closing === undefined || isEnd ? undefined : { start: closing.span.start + grown, kind: closing.kind },
  };
}

/** Whether all that a problem speaks of lies between two places. */
function liesIn({ span, fixes, related }: Problem, start: number, end: number): boolean {
  const edits = fixes.flatMap((fix) => fix.edits.map((edit) => edit.span));
  return [span, ...edits, ...related.map((each) => each.span)].every((each) => each.start >= start && each.end < end);
}

/** The first letter that differs, and the first in the old text from which both are the same again. */
function difference(old: string, text: string): readonly [number, number] {
  const shorter = Math.min(old.length, text.length);
  let first = 0;
  while (first < shorter && old.charCodeAt(first) === text.charCodeAt(first)) first++;
  let same = 0;
  while (same < shorter - first && old.charCodeAt(old.length - 1 - same) === text.charCodeAt(text.length - 1 - same))
    same++;
  return [first, old.length - same];
}

/** The start of the line of a statement, or of the comments that stand directly above it. */
function topOf(statement: Statement, { comments }: FileTree, text: string): number {
  let top = lineStart(text, statement.span.start);
  let index = comments.findLastIndex(({ span }) => span.end <= top);
  for (; index >= 0; index--) {
    const comment = comments[index];
    if (comment === undefined || !comment.ownLine || text.slice(comment.span.end, top).trim() !== "") break;
    top = lineStart(text, comment.span.start);
  }
  return top;
}

function lineStart(text: string, offset: number): number {
  return Math.max(text.lastIndexOf("\n", offset - 1), text.lastIndexOf("\r", offset - 1)) + 1;
}

/** The language line stays, everything else outside is blank, so that every place is where it was. */
function blankedOutside(text: string, { start, end }: Stretch): string {
  const line = /^[\s\uFEFF]*(?:språk|language)[^\S\r\n]+\S+/i.exec(text)?.[0] ?? "";
  const before = `${line}${"\n".repeat(Math.max(0, start - line.length))}`;
  return `${before}${text.slice(start, end)}`;
}

interface Joined {
  readonly source: SourceFile;
  readonly before: FileTree;
  readonly stretch: Stretch;
  readonly statements: readonly Statement[];
  readonly comments: readonly Comment[];
}

function joined({ source, before, stretch, statements, comments }: Joined): FileTree {
  const { start, oldEnd, from, until } = stretch;
  const by = stretch.end - oldEnd;
  const seen = new Map<object, object>();
  return {
    ...before,
    statements: [
      ...before.statements.slice(0, from),
      ...statements,
      ...before.statements.slice(until).map((statement) => moved(statement, by, seen)),
    ],
    comments: [
      ...before.comments.filter(({ span }) => span.end <= start),
      ...comments.filter(({ span }) => span.start >= start),
      ...before.comments.filter(({ span }) => span.start >= oldEnd).map((comment) => moved(comment, by, seen)),
    ],
    span: { ...before.span, end: source.text.length },
  };
}

/** The same nodes further down; a node that two others share stays one. */
function moved<Node>(node: Node, by: number, seen: Map<object, object>): Node {
  if (by === 0 || typeof node !== "object" || node === null) return node;
  const known = seen.get(node);
  if (known !== undefined) return known as Node;
  if (Array.isArray(node)) {
    const list = node.map((part: unknown) => moved(part, by, seen));
    seen.set(node, list);
    return list as Node;
  }
  const copy: Record<string, unknown> = {};
  for (const [key, part] of Object.entries(node)) {
    const isOffset = typeof part === "number" && (key === "start" || key === "end");
    copy[key] = isOffset ? part + by : typeof part === "object" ? moved(part, by, seen) : part;
  }
  seen.set(node, copy);
  return copy as Node;
}
