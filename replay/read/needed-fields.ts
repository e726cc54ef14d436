// Which columns of a file a run reads: what its programs ask of a record, and what tells records and their order apart.
// Rule: every other column is left unread, so a cell there refuses no row; `data check` reads them all.

import type { Field, Program } from "@avtal/compiler/ir/ir";
import { orderedMoments } from "./checks/order-of-events.ts";

export interface FieldsToRead {
  /** Those whose columns are read, in the order of the vocabulary. */
  readonly needed: readonly Field[];
  /** Pseudonyms that only the reader's checks ask for: let go with them, as nearly every record has one of its own. */
  readonly onlyChecked: readonly Field[];
}

/** What is read for these programs, which share a vocabulary. */
export function fieldsToRead(programs: readonly Program[]): FieldsToRead {
  const asked = new Set<string>();
  for (const { documents, rules, terms, values, measured } of programs) {
    collectFields([documents, rules, terms, values, measured], asked);
  }
  const [first] = programs;
  const needed = (first?.fields ?? []).filter(
    ({ id, code, kind, unique, personal }) =>
      unique || personal || kind.kind === "payer" || asked.has(id) || orderedMoments.has(code),
  );
  const onlyChecked = needed.filter(
    ({ id, kind, unique, personal }) => personal && kind.kind === "text" && !unique && !asked.has(id),
  );
  return { needed, onlyChecked };
}

export function neededFields(programs: readonly Program[]): readonly Field[] {
  return fieldsToRead(programs).needed;
}

/** Wherever an expression that reads a field may stand: the program is plain data. */
function collectFields(said: unknown, asked: Set<string>): void {
  if (typeof said !== "object" || said === null) return;
  if ("kind" in said && said.kind === "field" && "field" in said && typeof said.field === "string") {
    asked.add(said.field);
  }
  for (const part of Object.values(said)) collectFields(part, asked);
}
