// Which columns of a file a run reads: what its programs ask of a record, and what tells records and their order apart.
// Rule: every other column is left unread, so a cell there refuses no row; `data check` reads them all.

import type { Field, Program } from "@avtal/compiler/ir/ir";
import { orderedMoments } from "./checks/order-of-events.ts";

/** In the order of the vocabulary, which all of the programs share. */
export function neededFields(programs: readonly Program[]): readonly Field[] {
  const asked = new Set<string>();
  for (const { documents, rules, terms, values, measured } of programs) {
    collectFields([documents, rules, terms, values, measured], asked);
  }
  const [first] = programs;
  return (first?.fields ?? []).filter(
    ({ id, code, kind, unique, personal }) =>
      unique || personal || kind.kind === "payer" || asked.has(id) || orderedMoments.has(code),
  );
}

/** Wherever an expression that reads a field may stand: the program is plain data. */
function collectFields(said: unknown, asked: Set<string>): void {
  if (typeof said !== "object" || said === null) return;
  if ("kind" in said && said.kind === "field" && "field" in said && typeof said.field === "string") {
    asked.add(said.field);
  }
  for (const part of Object.values(said)) collectFields(part, asked);
}
