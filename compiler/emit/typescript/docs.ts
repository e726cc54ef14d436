// Doc comments of generated code: what a thing is called in the agreement, the clause it rests on, and its quoted words.

import type { ClauseIndex } from "../../ir/ir.ts";
import type { Emission } from "./emission.ts";

/** Place of a clause as read in running text; empty for an assumption, null where nothing is cited. */
export function clauseText(emission: Emission, clause: ClauseIndex | null): string | null {
  return clause === null ? null : (emission.program.clauses[clause]?.place ?? "");
}

export function docOf(
  emission: Emission,
  about: { readonly says: string; readonly clause: ClauseIndex | null; readonly doc?: string | null },
): string {
  const { says, clause, doc } = about;
  const cited = clause === null ? undefined : emission.program.clauses[clause];
  const quote = cited?.quote ?? null;
  const ground = cited === undefined ? "" : cited.assumption ? `antagande: ${cited.source}` : cited.place;
  return [
    ground === "" ? `${says}.` : `${says} (${ground}).`,
    ...(quote === null ? [] : [`"${quote}"`]),
    ...(doc === null || doc === undefined ? [] : [doc]),
  ].join("\n");
}
