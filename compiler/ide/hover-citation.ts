// What a citation points at: the quoted words with the text around them, or the beginning of the clause.
// Rule: the source is shown as it is written, and marked as somebody else's words.

import { findPlace } from "../check/cited-place.ts";
import { placesOfQuote } from "../check/quote-search.ts";
import type { SourceText } from "../check/source-text.ts";
import type { FileTree, Reference, Statement } from "../syntax/ast.ts";
import type { Analysis } from "./analysis.ts";
import type { Hover, HoverPart } from "./answers.ts";
import { isWritten, type Written } from "./nodes.ts";
import { sourceOf } from "./source-texts.ts";
import { treeOf } from "./analysis.ts";

/** The citation under the pointer: a clause number or a quote. */
export function citedPart(nodes: readonly Written[], tree: FileTree, analysis: Analysis): Hover | undefined {
  const reference = nodes.findLast(isReference);
  if (reference === undefined) return undefined;
  const parts = referenceParts(reference, tree, analysis);
  return parts.length === 0 ? undefined : { span: reference.span, parts };
}

/** The words that a statement itself cites. */
export function citedQuotes(statement: Statement, file: string, analysis: Analysis): readonly HoverPart[] {
  const tree = treeOf(file, analysis);
  const cites = "cites" in statement ? statement.cites : undefined;
  if (tree === undefined || cites?.kind !== "references") return [];
  return cites.references.flatMap((reference) => referenceParts(reference, tree, analysis)).slice(0, 3);
}

export function isReference(node: unknown): node is Reference & Written {
  return isWritten(node) && "places" in node && "source" in node;
}

function referenceParts(reference: Reference, tree: FileTree, analysis: Analysis): readonly HoverPart[] {
  const found = sourceOf(reference, tree, analysis);
  const from = reference.source.text;
  if (found === undefined) {
    return reference.quote === undefined ? [] : [{ kind: "quoted", text: reference.quote.text, from }];
  }
  const stretch = citedStretch(reference, found.text);
  if (stretch === undefined) return [];
  const text = found.text.text.slice(stretch.start, Math.min(stretch.end, stretch.start + mostLetters));
  return [{ kind: "quoted", text: text.trim() + (stretch.end > stretch.start + mostLetters ? " …" : ""), from }];
}

const mostLetters = 700;

/** The lines around a quote, or the clause from its beginning. */
export function citedStretch(
  { places, quote }: Reference,
  source: SourceText,
): { readonly start: number; readonly end: number } | undefined {
  const place = findPlace(places, source);
  if (quote !== undefined) {
    const all = placesOfQuote(quote.text, source);
    const inside =
      place.kind === "found" ? all.find((at) => at >= place.stretch.start && at < place.stretch.end) : undefined;
    const at = inside ?? all[0];
    if (at !== undefined) return paragraphAround(at, source.text);
  }
  return place.kind === "found" && places.length > 0 ? place.stretch : undefined;
}

function paragraphAround(at: number, text: string): { readonly start: number; readonly end: number } {
  const start = text.lastIndexOf("\n", at) + 1;
  const end = text.indexOf("\n", at);
  return { start, end: end < 0 ? text.length : end };
}
