// Citations against the texts of their sources: the places exist, the quoted words stand there.
// Rule: only what can be seen in the text is refused; a source whose text is not at hand is taken at its word.

import type { Document } from "../resolve/document.ts";
import type { Citations, FileTree, Head, Reference, SourceStatement, Statement } from "../syntax/ast.ts";
import { declarationOf, type Checking } from "./checking.ts";
import { findPlace, sectionAt } from "./cited-place.ts";
import { nearest } from "../nearest.ts";
import { placeNotFound } from "./problems/place-not-found.ts";
import { quoteElsewhere } from "./problems/quote-elsewhere.ts";
import { quoteNotFound } from "./problems/quote-not-found.ts";
import { sectionNotSaid } from "./problems/section-not-said.ts";
import { sourceTextMissing } from "./problems/source-text-missing.ts";
import { isInside, nearestWords, placesOfQuote } from "./quote-search.ts";
import { sourceOnce, type SourceText } from "./source-text.ts";

export function checkCitations(document: Document, checking: Checking): void {
  const texts = new Map<string, SourceText | undefined>();
  for (const source of document.sources.values()) reportMissingText(source, checking);
  for (const file of document.files) {
    for (const citations of citationsIn(file)) {
      if (citations.kind !== "references") continue;
      for (const reference of citations.references) checkReference(reference, texts, checking);
    }
  }
}

/** Every citation of a file, in written order, wherever it stands. */
export function citationsIn(file: FileTree): Citations[] {
  return [file.head, ...file.statements].flatMap((part) => (part === undefined ? [] : citationsWithin(part)));
}

function citationsWithin(part: Head | Statement): readonly Citations[] {
  const known = knownCitations.get(part);
  if (known !== undefined) return known;
  const found: Citations[] = [];
  const look = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(look);
    else if (isCitations(node)) found.push(node);
    else if (typeof node === "object" && node !== null) Object.values(node).forEach(look);
  };
  look(part);
  knownCitations.set(part, found);
  return found;
}

/** Trees never change, so what stands in a statement is found once, however often the file around it is read. */
const knownCitations = new WeakMap<Head | Statement, readonly Citations[]>();

function isCitations(node: unknown): node is Citations {
  if (typeof node !== "object" || node === null || !("kind" in node) || !("span" in node)) return false;
  return (node.kind === "references" && "references" in node) || (node.kind === "assumption" && "text" in node);
}

function reportMissingText({ file }: SourceStatement, checking: Checking): void {
  const { sources } = checking.workspace;
  if (file !== undefined && sources !== undefined && !sources.has(file.text)) {
    checking.report(sourceTextMissing({ file, known: nearest(file.text, sources.keys()) }));
  }
}

function checkReference(reference: Reference, texts: Map<string, SourceText | undefined>, checking: Checking): void {
  const declaration = declarationOf(reference.source, checking);
  const ofAct = declaration?.kind === "document" && checking.documents.get(declaration.document)?.head.sort === "act";
  if (ofAct || (declaration?.kind === "source" && isAct(declaration.document, declaration.source, checking))) {
    if (reference.places.length === 0) checking.report(sectionNotSaid({ reference, known: [] }));
    return;
  }
  if (declaration?.kind !== "source" || declaration.source === "document") return;
  const source = textOf(declaration.source, texts, checking);
  if (source !== undefined) checkInText(reference, source, checking);
}

/** A document that is cited under its own name. */
function isAct(document: string, source: SourceStatement | "document", checking: Checking): boolean {
  return source === "document" && checking.documents.get(document)?.head.sort === "act";
}

function textOf(
  { file }: SourceStatement,
  texts: Map<string, SourceText | undefined>,
  { workspace }: Checking,
): SourceText | undefined {
  if (file === undefined) return undefined;
  if (texts.has(file.text)) return texts.get(file.text);
  const read = sourceOnce(file.text, workspace.sources);
  texts.set(file.text, read);
  return read;
}

function checkInText(reference: Reference, source: SourceText, checking: Checking): void {
  const { places, quote } = reference;
  if (places.length === 0 && source.numbered) {
    const stands = quote === undefined ? [] : placesOfQuote(quote.text, source);
    const known = new Set(stands.flatMap((offset) => sectionAt(offset, source) ?? []));
    checking.report(sectionNotSaid({ reference, known: [...known] }));
    return;
  }
  const place = findPlace(places, source);
  if (place.kind === "absent") checking.report(placeNotFound({ place: place.place, known: place.known }));
  if (quote === undefined) return;
  const stands = placesOfQuote(quote.text, source);
  if (stands.length === 0) {
    checking.report(quoteNotFound({ quote, near: nearestWords(quote.text, source) }));
    return;
  }
  if (place.kind === "absent" || places.length === 0 || stands.some((offset) => isInside(offset, place.stretch)))
    return;
  const sections = new Set(stands.flatMap((offset) => sectionAt(offset, source) ?? []));
  checking.report(quoteElsewhere({ quote, places, sections: [...sections] }));
}
