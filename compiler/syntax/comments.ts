// Comments, and which statement or line a `##` comment stands directly above.
// Rule: a doc comment belongs to what follows on the very next line; an empty line between them makes it an ordinary one.

import type { IToken } from "@avtal/grammar/parser";
import type { Comment } from "./ast.ts";
import { endOf } from "./cst.ts";
import { spanOfToken, type Reading } from "./reading.ts";

export function commentsFrom(reading: Reading, comments: readonly IToken[]): Comment[] {
  return comments.map((comment) => ({
    span: spanOfToken(reading, comment),
    doc: isDoc(comment),
    text: words(comment),
    ownLine: standsAlone(reading.text, comment.startOffset),
  }));
}

/** Doc comments by the offset of the word below them. */
export function docsFrom(text: string, comments: readonly IToken[]): ReadonlyMap<number, string> {
  const docs = new Map<number, string>();
  let above: string[] = [];
  for (const [index, comment] of comments.entries()) {
    if (!isDoc(comment) || !standsAlone(text, comment.startOffset)) {
      above = [];
      continue;
    }
    above.push(words(comment));
    const below = nextLine(text, endOf(comment));
    if (below === undefined) above = [];
    else if (below !== comments[index + 1]?.startOffset) {
      docs.set(below, above.join("\n"));
      above = [];
    }
  }
  return docs;
}

function isDoc(comment: IToken): boolean {
  return comment.image.startsWith("##");
}

function words(comment: IToken): string {
  return comment.image.replace(/^##? ?/, "").trimEnd();
}

function standsAlone(text: string, start: number): boolean {
  let at = start - 1;
  while (at >= 0 && /[^\S\r\n]|\uFEFF/.test(text.charAt(at))) at--;
  return at < 0 || /[\r\n]/.test(text.charAt(at));
}

/** Offset of the first word of the next line, or undefined where that line is empty. */
function nextLine(text: string, end: number): number | undefined {
  const found = /^(?:\r\n|\r|\n)[^\S\r\n]*(?=[^\s])/.exec(text.slice(end, end + 400));
  return found === null ? undefined : end + found[0].length;
}
