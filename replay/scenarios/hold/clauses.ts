// Holds the clauses of a scenario against those that the agreement cites.
// Rule: a clause fits where the cited place is the same or goes on into smaller parts; which it is stays as written.

import type { Program } from "@avtal/compiler/ir/ir";
import { byCodePoint } from "@avtal/runtime/code-point-order";
import { uncitedClause } from "../problems/not-found.ts";
import type { Said } from "../read/plain.ts";
import type { Holding } from "./holding.ts";

export function clausesFrom(written: readonly Said[], { program, problems }: Holding): string[] {
  return written.map((said) => {
    const { document, place } = documentAndPlace(said.text, program);
    const cited = document === program.main ? ownPlaces(program) : citedPlaces(program, document);
    if (!cited.some((known) => isWithin(known, place))) problems.push(uncitedClause(said, document, cited));
    return document === program.main ? place : `${document} ${place}`;
  });
}

/** Whether a cited place is the clause or a part of it: `12.3 punkt 2` is a part of `12.3`. */
export function isWithin(cited: string, clause: string): boolean {
  return cited === clause || cited.startsWith(`${clause} `);
}

/** `lus 5 kap. 4 §` is a place of another document of the program. */
export function documentAndPlace(
  text: string,
  program: Program,
): { readonly document: string; readonly place: string } {
  const [first = "", ...rest] = text.split(" ");
  const isDocument = rest.length > 0 && program.documents.some(({ name }) => name === first);
  return isDocument
    ? { document: first, place: placeText(rest.join(" ")) }
    : { document: program.main, place: placeText(text) };
}

/** What the document cites, and the vocabularies that it uses; a fallback document's clauses stand with its name. */
function ownPlaces(program: Program): readonly string[] {
  return placesKnown(program, "", () => {
    const used = program.documents.filter(({ role }) => role !== "fallback");
    return [...new Set(used.flatMap(({ name }) => citedPlaces(program, name)))].sort(byCodePoint);
  });
}

/** Every place that a document cites, each once, in reading order of their signs. */
export function citedPlaces(program: Program, document: string): readonly string[] {
  return placesKnown(program, document, () => placesOf(program, document));
}

/** The same for every scenario of a program; no document has an empty name. */
function placesKnown(program: Program, document: string, make: () => string[]): readonly string[] {
  const ofProgram = known.get(program) ?? new Map<string, readonly string[]>();
  known.set(program, ofProgram);
  const places = ofProgram.get(document) ?? make();
  ofProgram.set(document, places);
  return places;
}

const known = new WeakMap<Program, Map<string, readonly string[]>>();

function placesOf(program: Program, document: string): string[] {
  const places = program.clauses
    .filter((clause) => clause.document === document && !clause.assumption)
    .flatMap(({ place }) => place.split("; ").map(placeText));
  return [...new Set(places)].filter((place) => place !== "").sort(byCodePoint);
}

/** One form for what people type in several: quotation marks, the dash of a range, spaces. */
export function placeText(text: string): string {
  return text
    .replaceAll(/[”“"]/gu, '"')
    .replaceAll(/(\d)\s*[-–]\s*(\d)/gu, "$1–$2")
    .replaceAll(/\s+/gu, " ")
    .trim();
}
