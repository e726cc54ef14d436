// A register of payers over time, as its YAML file says it: codes, names, validity, successors and facts.
// Rule: the same payer code never stands for two payers on one day.

import type { Day } from "./document.ts";

export interface RegisterEntry {
  /** SCB code or the register's own (`0126`, `sthlm-farsta`). */
  readonly code: string;
  readonly name: string;
  /** Other spellings that data may use: former names, codes without leading zero never among them. */
  readonly alsoKnownAs: readonly string[];
  readonly from: Day | undefined;
  /** First day outside; undefined while it exists. */
  readonly until: Day | undefined;
  /** Code of the entry that takes over on `until`; undefined where none does. */
  readonly successor: string | undefined;
  /** Further facts by field name (`län`, `region`), as text. */
  readonly facts: ReadonlyMap<string, string>;
}

export interface Register {
  readonly name: string;
  readonly entries: readonly RegisterEntry[];
}
