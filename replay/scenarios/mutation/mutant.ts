// An agreement with one thing changed, to see whether any scenario notices.
// Rule: one change, as small as its kind allows, said in the agreement's own words before and after.

import type { Clause, Program } from "@avtal/compiler/ir/ir";
import type { Words } from "@avtal/compiler/problem";

export type MutantSort =
  | "number"
  | "date"
  | "clock"
  | "comparison"
  | "span-end"
  | "rounding"
  | "least-greatest"
  | "condition"
  | "branch"
  | "row"
  | "exception"
  | "reading";

export interface Mutant {
  readonly sort: MutantSort;
  readonly document: string;
  /** What it changes something in: `regeln genomsnitt`. */
  readonly owner: Words;
  readonly clause: Clause | null;
  readonly before: Words;
  readonly after: Words;
  /** Lines whose cases may notice it, by key; null where every case of the agreement may. */
  readonly lines: readonly string[] | null;
  /** Readings that a case must choose for the change to stand; empty where it stands as the text is read. */
  readonly readings: ReadonlyMap<string, string>;
  /** Why it can change nothing, where its form says so; null where it is tried. */
  readonly alike: Words | null;
  /** Any program that has the document, with the change. */
  readonly change: (program: Program) => Program;
}
