// Ids of what stands in a program, and the code name of what was given none.
// Rule: an id is `document.name`; a code name is ASCII, so that it can be a column, a key in JSON or a word in TypeScript.

import type { Id } from "../ir.ts";

export function idOf(document: string, name: string): Id {
  return `${document}.${name}`;
}

/** A document's name never holds a full stop, so the first one ends it. */
export function partsOf(id: Id): { readonly document: string; readonly name: string } {
  const stop = id.indexOf(".");
  return { document: id.slice(0, stop), name: id.slice(stop + 1) };
}

/** `överskott-per-dag` → `overskott_per_dag`; for names whose author gave no `kod`. */
export function codeName(name: string): string {
  const plain = [...name].map((letter) => withoutMarks.get(letter) ?? letter).join("");
  const code = plain.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
  return /^[A-Za-z]/.test(code) ? code : `x_${code}`;
}

const withoutMarks: ReadonlyMap<string, string> = new Map([
  ["å", "a"],
  ["ä", "a"],
  ["ö", "o"],
  ["é", "e"],
  ["ü", "u"],
  ["Å", "A"],
  ["Ä", "A"],
  ["Ö", "O"],
  ["É", "E"],
  ["Ü", "U"],
]);
