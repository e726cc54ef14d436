// What all the builders of the tree share: the file, its keyword table, its places, its comments and its problems.
// Rule: offsets here are those of the readable text; spans are made in one place and count in the text as it lies on disk.

import { builtInPlaces, keywords, type BuiltInPlace, type Language } from "@avtal/grammar/keywords";
import type { CstNode, IToken } from "@avtal/grammar/parser";
import type { Problem } from "../problem.ts";
import type { Span } from "../source.ts";
import { endOf, rangeOf } from "./cst.ts";

export interface Reading {
  readonly file: string;
  readonly language: Language;
  /** The text that was lexed. */
  readonly text: string;
  /** From an offset in `text` to the offset in the file. */
  readonly original: (offset: number) => number;
  /** `##` comments by the offset of the word that they stand directly above. */
  readonly docs: ReadonlyMap<number, string>;
  readonly problems: Problem[];
  /** Problems of forms that are read in order to be refused; kept apart until it is known where reading stopped. */
  readonly forms: Problem[];
}

export function spanOf(reading: Reading, start: number, end: number): Span {
  return { file: reading.file, start: reading.original(start), end: reading.original(end) };
}

export function spanOfToken(reading: Reading, token: IToken): Span {
  return spanOf(reading, token.startOffset, endOf(token));
}

/** The place of a node; of one that is not there, the empty place at `otherwise`. */
export function spanOfNode(reading: Reading, node: CstNode | undefined, otherwise: number): Span {
  const range = rangeOf(node);
  return range === undefined ? spanOf(reading, otherwise, otherwise) : spanOf(reading, range.start, range.end);
}

/** The offset where something that is absent from a node would have stood. */
export function gapIn(node: CstNode | undefined): number {
  return rangeOf(node)?.end ?? 0;
}

export function docOf(reading: Reading, node: CstNode): string | undefined {
  const range = rangeOf(node);
  return range === undefined ? undefined : reading.docs.get(range.start);
}

/** The Swedish spelling of a name that the language brings with it in this place, or undefined for the author's own. */
export function builtInName(written: string, place: BuiltInPlace, language: Language): string | undefined {
  const plain = written.replace(/\s+/g, " ").toLowerCase();
  const concept = builtInPlaces[place].find((name) => keywords[name][language] === plain);
  return concept === undefined ? undefined : keywords[concept].sv;
}
