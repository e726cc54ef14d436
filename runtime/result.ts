// What every target gives back: lines, figures, groups, and an account of every record.
// Rule: plain data, exact to the end; a line cannot be built without what explains it.

import type { Ratio } from "./ratio.ts";

/** Whole öre. Never a float: an invoice must add up to exactly what it prints. */
export type Ore = bigint & { readonly unit: "öre" };

export interface Payer {
  /** Code from the register (`0126`), or a code name for a payer outside every register. */
  readonly code: string;
  readonly name: string;
}

/** The value of one step as a rule computed it. */
export type StepValue =
  | { readonly kind: "quantity"; readonly exact: Ratio; readonly unit: Unit }
  | { readonly kind: "date"; readonly day: number }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "condition"; readonly holds: "yes" | "no" | "unknown" };

/** The unit that a quantity is shown in. Money is held in öre. */
export type Unit = "dagar" | "vardagar" | "dygn" | "timmar" | "antal" | "tal" | "kr" | "kr/dygn";

export interface Step {
  readonly name: string;
  readonly value: StepValue;
}

/** A dated row that a line stands on, or a value that the user supplied. */
export interface UsedRow {
  readonly value: string;
  readonly document: string;
  /** First day of the row, `YYYY-MM-DD`; null when supplied for the run. */
  readonly from: string | null;
  readonly supplied: boolean;
}

export interface UsedReading {
  readonly question: string;
  readonly document: string;
  readonly reading: string;
  readonly preliminary: boolean;
}

/** Where a rule, a group or a line belongs. */
export interface Place {
  readonly document: string;
  readonly rule: string;
  readonly clause: string;
}

/** Records of a group that its rule took but that do not count in it. */
export interface LeftOut {
  readonly notCharged: number;
  readonly undecided: number;
}

/** The keys of a group as people read them. */
export interface GroupKeys {
  readonly payer: Payer;
  /** `2022-03`, `2022-Q1`, `2022`, a date, or `` where the rule has no period. */
  readonly period: string;
  readonly episode: string | null;
  /** Further keys by name, in the order the rule writes them. */
  readonly others: readonly { readonly name: string; readonly value: string }[];
  /** First and last day of a group that a change of row splits inside its period; else null. */
  readonly part: { readonly from: string; readonly through: string } | null;
}

export interface InvoiceLine {
  /** The same for the same inputs; unique within a result. */
  readonly id: string;
  readonly place: Place;
  readonly keys: GroupKeys;
  readonly payee: string;
  readonly invoicer: string | null;
  readonly quantity: Ratio | null;
  readonly unit: Unit | null;
  /** Öre per unit, exact; null where the line has no single price. */
  readonly unitPrice: Ratio | null;
  readonly amount: Ore;
  readonly steps: readonly Step[];
  readonly leftOut: LeftOut;
  readonly rows: readonly UsedRow[];
  readonly readings: readonly UsedReading[];
}

/** One group of a charging rule: charged, below its limit, or undecided. */
export interface Group {
  readonly place: Place;
  readonly keys: GroupKeys;
  readonly records: number;
  readonly steps: readonly Step[];
  readonly outcome: "charged" | "below-limit" | "undecided";
  readonly leftOut: LeftOut;
}

/** One group of a statistic. */
export interface Figures {
  readonly place: Place;
  readonly keys: GroupKeys;
  readonly figures: readonly Step[];
  /** What the statistic says that its trigger leads to, where the trigger holds. */
  readonly triggers: string | null;
}

export interface NotCharged {
  /** The condition that failed, as written, or the words of the rule that charges nothing. */
  readonly reason: string;
  readonly document: string;
  readonly rule: string;
  readonly clause: string;
  readonly records: number;
}

export interface Undecided {
  readonly id: string;
  /** Code names of the facts that are missing, sorted. */
  readonly missing: readonly string[];
  readonly document: string;
  readonly rule: string;
}

/** A record whose span ran backwards and was therefore counted as nothing. */
export interface Note {
  readonly id: string;
  readonly says: "span-ran-backwards";
  readonly term: string;
}

/** recordsIn = inRule + notCharged + undecided + refused, always. */
export interface Accounting {
  readonly recordsIn: number;
  readonly inRule: number;
  readonly notCharged: number;
  readonly undecided: number;
  readonly refused: number;
}

/** The run stopped: a value that a taken record needs is not known. */
export interface Stopped {
  readonly kind: "stopped";
  readonly reason: "missing-row" | "not-fixed";
  readonly value: string;
  readonly document: string;
  /** First day of the row that is `saknas`; null for a measured value. */
  readonly from: string | null;
  /** The record that needed it, by its pseudonymous id. */
  readonly record: string;
  /** The day the record's rule looked at. */
  readonly on: string;
}

export interface Completed {
  readonly kind: "completed";
  readonly lines: readonly InvoiceLine[];
  readonly groups: readonly Group[];
  readonly figures: readonly Figures[];
  readonly notCharged: readonly NotCharged[];
  readonly undecided: readonly Undecided[];
  readonly notes: readonly Note[];
  readonly accounting: Accounting;
}

export type Evaluation = Completed | Stopped;

/** What a run may decide beside the text. Keys are `name` (own document, or one other alone) or `document.name`. */
export interface RunOptions {
  /** Counterfactual day, `YYYY-MM-DD`; null follows each record's own dates. */
  readonly wording: string | null;
  readonly readings: ReadonlyMap<string, string>;
  /** Event → date it happened, or null for not yet. */
  readonly events: ReadonlyMap<string, string | null>;
  /** Supplied values, exact, in the value's own unit (money in öre); `from` null means every day. */
  readonly values: readonly SuppliedValue[];
}

export interface SuppliedValue {
  readonly value: string;
  readonly from: string | null;
  readonly exact: Ratio;
}
