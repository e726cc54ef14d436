// Puts pieces and comments together into the text of a file.
// Rule: a comment on its own line stays above what follows it, one behind a line stays behind it, and a `##` comment
// documents the same statement afterwards as before.

import type { Comment } from "../syntax/ast.ts";
import type { Piece } from "./piece.ts";

export function layOut(pieces: readonly Piece[], comments: readonly Comment[], source: string): string {
  const { above, behind, below } = placed(pieces, comments, source);
  const lines: string[] = [];
  let before: Piece | undefined;
  for (const each of pieces) {
    const notes = above.get(each) ?? [];
    const beside = notes.length === 0 && isOneLine(before) && isOneLine(each) && before?.family === each.family;
    if (each.opensStatement && before !== undefined && !(beside && each.family !== undefined)) lines.push("");
    const indent = " ".repeat(each.indent);
    for (const note of notes) lines.push(`${indent}${commentText(note.comment)}`, ...(note.apart ? [""] : []));
    const after = (behind.get(each) ?? []).map((comment) => `   ${commentText(comment)}`).join("");
    lines.push(`${each.text}${after}`);
    before = each;
  }
  if (below.length > 0) lines.push("");
  for (const note of below) lines.push(commentText(note.comment), ...(note.apart ? [""] : []));
  return `${lines.join("\n").trimEnd()}\n`;
}

function isOneLine(piece: Piece | undefined): boolean {
  return piece !== undefined && !piece.text.includes("\n");
}

function commentText(comment: Comment): string {
  return `${comment.doc ? "##" : "#"}${comment.text === "" ? "" : ` ${comment.text}`}`;
}

interface Note {
  readonly comment: Comment;
  /** True where an empty line stands between the comment and what it stands above. */
  readonly apart: boolean;
}

interface Placed {
  readonly above: ReadonlyMap<Piece, readonly Note[]>;
  readonly behind: ReadonlyMap<Piece, readonly Comment[]>;
  readonly below: readonly Note[];
}

function placed(pieces: readonly Piece[], comments: readonly Comment[], source: string): Placed {
  const written = [...pieces].sort((a, b) => a.start - b.start);
  const above = new Map<Piece, Note[]>();
  /** Comments from the middle of a line: they go above what stood above it, so that nothing parts a `##` from its line. */
  const lifted = new Map<Piece, Note[]>();
  const behind = new Map<Piece, Comment[]>();
  const below: Note[] = [];
  for (const [index, comment] of comments.entries()) {
    const at = written.findLastIndex((each) => each.start <= comment.span.start);
    const [last, next] = [written[at], written[at + 1]];
    const inside = last !== undefined && comment.span.start < last.end;
    if (last !== undefined && !comment.ownLine && (behind.get(last) ?? []).length === 0) {
      behind.set(last, [comment]);
      continue;
    }
    const lift = inside || !comment.ownLine;
    const owner = lift ? last : next;
    const following = comments[index + 1]?.span.start ?? Infinity;
    const apart = isApart(comment, Math.min(following, owner?.start ?? source.length), source);
    // A `##` that documented nothing where it stood must not begin to document what it now stands above.
    const note = { comment, apart: apart || (comment.doc && lift) };
    const group = lift ? lifted : above;
    if (owner === undefined) below.push(note);
    else group.set(owner, [...(group.get(owner) ?? []), note]);
  }
  for (const [owner, notes] of lifted) above.set(owner, [...notes, ...(above.get(owner) ?? [])]);
  return { above, behind, below };
}

function isApart(comment: Comment, next: number, source: string): boolean {
  const between = source.slice(comment.span.end, Math.max(comment.span.end, next));
  return (between.replace(/\r\n?/g, "\n").match(/\n/g) ?? []).length > 1 && between.trim() === "";
}
