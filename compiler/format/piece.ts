// A piece of the formatted file: one line of the source's meaning, where it came from, and how lines side by side align.
// Rule: pieces come in the order in which they are shown; where they stood in the source decides their comments.

import type { Language } from "@avtal/grammar/keywords";
import type { Citations, Name } from "../syntax/ast.ts";
import type { Span } from "../source.ts";
import { citationsText } from "./citation-text.ts";
import { nameText, say } from "./words.ts";

export interface Piece {
  /** Offsets in the source, for the comments that stand above, inside or after it. */
  readonly start: number;
  readonly end: number;
  /** One line, or several joined by line feeds, with their indentation. */
  readonly text: string;
  readonly indent: number;
  readonly opensStatement: boolean;
  /** Statements of one line with the same word here follow each other without an empty line. */
  readonly family: string | undefined;
}

/** A line before its citation and question are put in their column. */
export interface Line {
  readonly span: Span;
  readonly text: string;
  readonly cites: Citations | undefined;
  readonly question: Name | undefined;
}

export const widest = 120;
const furthestColumn = 68;
const gap = "   ";

export function piece(span: { readonly start: number; readonly end: number }, indent: number, text: string): Piece {
  const { start, end } = span;
  return { start, end, indent, text: `${" ".repeat(indent)}${text}`, opensStatement: false, family: undefined };
}

/** The same piece as the first of a statement. */
export function opening(first: Piece, family?: string): Piece {
  return { ...first, opensStatement: true, family };
}

/** Lines of one block: what they cite stands in one column, except behind lines that are too long for it. */
export function alignedPieces(lines: readonly Line[], indent: number, language: Language): Piece[] {
  const widths = lines.filter((line) => trailingText(line, language) !== "").map((line) => line.text.length + indent);
  const column = Math.max(0, ...widths.filter((width) => width <= furthestColumn));
  return lines.map((line) => {
    const trailing = trailingText(line, language);
    const padding = trailing === "" ? "" : " ".repeat(Math.max(0, column - indent - line.text.length)) + gap;
    return piece(line.span, indent, `${line.text}${padding}${trailing}`);
  });
}

/** A line with its citation behind it, or below it where both are too long for one line. */
export function citedText(text: string, cites: Citations | undefined, indent: number, language: Language): string {
  if (cites === undefined) return text;
  const cited = citationsText(cites, language);
  const both = `${text}${gap}${cited}`;
  return both.length + indent <= widest ? both : `${text}\n${" ".repeat(indent + 2)}${cited}`;
}

export function questionText(question: Name | undefined, language: Language): string {
  return question === undefined ? "" : `${gap}${say("seeQuestion", language)} ${nameText(question)}`;
}

function trailingText(line: Line, language: Language): string {
  const cited = line.cites === undefined ? "" : citationsText(line.cites, language);
  return `${cited}${questionText(line.question, language)}`.trimStart();
}
