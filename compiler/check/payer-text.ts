// Finds the payers that a quoted text names: by register name, another spelling, or code.
// Rule: a text that could be any of several registers is looked for in all of them, in order of their ids.

import type { Documents } from "../resolve/document.ts";
import type { Register, RegisterEntry } from "../resolve/register.ts";

export interface NamedPayer {
  /** `document.register`. */
  readonly register: string;
  readonly entry: RegisterEntry;
}

/** The entries that `text` names in `register` (`document.name`), or in every register where that is undefined. */
export function payersNamed(text: string, register: string | undefined, documents: Documents): NamedPayer[] {
  return registersAtHand(register, documents).flatMap(([id, { entries }]) =>
    entries
      .filter((entry) => entry.name === text || entry.code === text || entry.alsoKnownAs.includes(text))
      .map((entry) => ({ register: id, entry })),
  );
}

/** Every register that was read, by id; only the one that is asked for where there is one. */
export function registersAtHand(register: string | undefined, documents: Documents): [string, Register][] {
  const found: [string, Register][] = [];
  for (const document of documents.values()) {
    for (const [name, { register: read }] of document.registers) {
      const id = `${document.name}.${name}`;
      if (read !== undefined && (register === undefined || register === id)) found.push([id, read]);
    }
  }
  return found.sort(([a], [b]) => (a < b ? -1 : 1));
}

/** True where some register that the text could come from could not be read; then nothing is said about it. */
export function someRegisterUnread(register: string | undefined, documents: Documents): boolean {
  for (const document of documents.values()) {
    for (const [name, { register: read }] of document.registers) {
      if (read === undefined && (register === undefined || register === `${document.name}.${name}`)) return true;
    }
  }
  return false;
}
