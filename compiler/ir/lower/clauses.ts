// The clauses that a program cites, each once, as they are read in running text.
// Rule: several references of one line are one clause; the first one's source and quote stand for it.

import type { CitedPlace, Citations, Reference } from "../../syntax/ast.ts";
import type { FrontEnd } from "../../compile.ts";
import type { Document } from "../../resolve/document.ts";
import type { Clause, ClauseIndex } from "../ir.ts";

export interface ClauseTable {
  /** The index of what `cites` says in `document`, or null where nothing was cited. */
  readonly indexOf: (cites: Citations | undefined, document: Document) => ClauseIndex | null;
  readonly clauses: readonly Clause[];
}

export function clauseTable(front: FrontEnd): ClauseTable {
  const clauses: Clause[] = [];
  const known = new Map<string, ClauseIndex>();
  const indexOf = (cites: Citations | undefined, document: Document): ClauseIndex | null => {
    if (cites === undefined) return null;
    const clause = clauseOf(cites, document, front);
    const key = JSON.stringify(clause);
    const found = known.get(key);
    if (found !== undefined) return found;
    known.set(key, clauses.length);
    clauses.push(clause);
    return clauses.length - 1;
  };
  return { indexOf, clauses };
}

function clauseOf(cites: Citations, document: Document, front: FrontEnd): Clause {
  if (cites.kind === "assumption") {
    return { document: document.name, place: "", source: cites.text.text, quote: null, assumption: true };
  }
  const [first, ...others] = cites.references;
  if (first === undefined) throw new Error("A citation without a reference.");
  const places = [placesText(first.places), ...others.map((other) => furtherPlace(other, first))];
  return {
    document: document.name,
    place: places.filter((place) => place !== "").join("; "),
    source: titleOf(first, front),
    quote: cites.references.find((reference) => reference.quote !== undefined)?.quote?.text ?? null,
    assumption: false,
  };
}

/** A reference into another source than the first one's says which. */
function furtherPlace(reference: Reference, first: Reference): string {
  const place = placesText(reference.places);
  return reference.source.text === first.source.text ? place : `${reference.source.text} ${place}`.trimEnd();
}

/** `12.3 rubrik "Fakturering" punkt 1–3`, `5 kap. 4 §`, `bilaga 2`. */
export function placesText(places: readonly CitedPlace[]): string {
  return places.map(placeText).join(" ");
}

function placeText(place: CitedPlace): string {
  switch (place.kind) {
    case "section":
      return place.text;
    case "chapter":
      return `${place.number} kap.`;
    case "paragraph":
      return `${place.number} §`;
    case "appendix":
      return "bilaga";
    case "point":
      return place.through === undefined ? `punkt ${place.from}` : `punkt ${place.from}–${place.through}`;
    case "heading":
      return `rubrik "${place.text.text}"`;
  }
}

function titleOf(reference: Reference, front: FrontEnd): string {
  const target = front.bindings.targetOf.get(reference.source);
  if (target?.kind !== "source") throw new Error("A citation of something that is no source.");
  if (target.source !== "document") return target.source.title.text;
  return front.documents.get(target.document)?.head.title.text ?? target.document;
}
