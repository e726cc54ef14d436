// A text and the places in it. Lines and columns are computed only when people look.
// Rule: spans are half-open and counted in UTF-16 units, as in TypeScript strings and in LSP.

/** One file as it was read, once. */
export interface SourceFile {
  /** Path relative to the workspace, with `/`, as people see it. */
  readonly path: string;
  readonly text: string;
}

/** From `start` up to but not including `end`, so that neighbours share a border and lengths subtract. */
export interface Span {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export function cover(first: Span, last: Span): Span {
  return { file: first.file, start: first.start, end: last.end };
}

/** Line and column from 1, for people. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

export function positionAt(text: string, offset: number): Position {
  let line = 1;
  let lineStart = 0;
  for (let index = 0; index < offset; index++) {
    const code = text.charCodeAt(index);
    if (code === 10 || (code === 13 && text.charCodeAt(index + 1) !== 10)) {
      line++;
      lineStart = index + 1;
    }
  }
  return { line, column: offset - lineStart + 1 };
}
