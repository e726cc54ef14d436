// What a comparison over data gives: two runs over the same episodes, laid beside each other, and the difference split
// over the changes. Rule: every difference is b - a in whole öre; the parts of any division sum to the whole, and
// swapping the sides negates every figure exactly.

import type { Changes } from "../changes/change.ts";
import type { CountedRun } from "../result-json.ts";
import type { InvoiceLine, Ore, Payer } from "@avtal/runtime/result";

/**
 * `counterfactual`: everything that a side's agreement decides is taken as of the side's day, for all episodes.
 * `in-force`: each episode by its own dates; a side with a day knows the text as changed through that day.
 */
export type Mode = "counterfactual" | "in-force";

export interface ComparedSide {
  /** As typed: `stockholm@2021-11-01`, `stockholm[dag-noll=räknas]`. */
  readonly label: string;
  readonly agreement: string;
  /** `YYYY-MM-DD`; null where the side has no day. */
  readonly wording: string | null;
  /** Folder of another version of the agreements; null where it is the one at hand. */
  readonly base: string | null;
  /** The whole run: lines with rows, readings and steps, the account of every record; groups where they were asked for. */
  readonly run: CountedRun;
  readonly total: Ore;
}

/** `b - a` is the difference. */
export interface Amounts {
  readonly a: Ore;
  readonly b: Ore;
  readonly difference: Ore;
}

/** `starts`: pays for the first time; `stops`: pays no more; `nothing`: pays nothing on either side. */
export type PayerVerdict = "more" | "less" | "same" | "starts" | "stops" | "nothing";

export interface PayerDifference extends Amounts {
  readonly payer: Payer;
  readonly verdict: PayerVerdict;
}

export interface PeriodDifference extends Amounts {
  /** `2022-03`, or as the rule's lines have it; `` for lines without a period. */
  readonly period: string;
}

export interface PayerPeriodDifference extends Amounts {
  readonly payer: Payer;
  readonly period: string;
}

export interface RuleDifference extends Amounts {
  readonly document: string;
  readonly rule: string;
  readonly clause: string;
  /** Lines on either side. */
  readonly lines: { readonly a: number; readonly b: number };
}

/** The line of one payer, period and rule on both sides; null where a side has none. */
export interface LineDifference extends Amounts {
  /** The same on both sides, unique within a comparison. */
  readonly key: string;
  readonly lineA: InvoiceLine | null;
  readonly lineB: InvoiceLine | null;
}

/** Where an episode ended: in rules (several for an episode whose days were divided), not charged, or undecided. */
export interface Whereabouts {
  readonly kind: "rules" | "not-charged" | "undecided";
  /** `document.rule`, sorted; empty unless `rules`. */
  readonly rules: readonly string[];
}

/** Episodes that are in other rules on the two sides, by where they were and where they are. */
export interface Movement {
  readonly from: Whereabouts;
  readonly to: Whereabouts;
  readonly records: number;
  /** Pseudonymous ids in input order. */
  readonly ids: readonly string[];
}

/** What some changes did, and to whom. Several changes stand together where none of them makes sense alone. */
export interface AttributedPart {
  /** Keys of `Comparison.changes`. */
  readonly changes: readonly string[];
  readonly difference: Ore;
  /** Sums to `difference`; payers that it does not touch are left out. */
  readonly payers: readonly { readonly payer: Payer; readonly difference: Ore }[];
}

export interface Attribution {
  /**
   * `clause-order`: one at a time, from the older side on. `shapley`: the mean over every order. `both-ways`: the mean of
   * the clause order and its reverse.
   */
  readonly method: "clause-order" | "shapley" | "both-ways";
  /** In clause order; sums to the whole difference. Empty where nothing changed. */
  readonly parts: readonly AttributedPart[];
  /** Evaluations beside the two sides' own. */
  readonly evaluations: number;
}

export interface Comparison {
  readonly mode: Mode;
  readonly a: ComparedSide;
  readonly b: ComparedSide;
  readonly changes: Changes;
  readonly total: Amounts;
  /** Sorted by payer code; every payer of a group on either side. */
  readonly payers: readonly PayerDifference[];
  /** Sorted by period. */
  readonly periods: readonly PeriodDifference[];
  /** Sorted by payer code, then period; only where there is a line on either side. */
  readonly payerPeriods: readonly PayerPeriodDifference[];
  /** In the order in which rules are offered records, first those of `a`. */
  readonly rules: readonly RuleDifference[];
  /** Sorted by key; lines that are the same on both sides are among them. */
  readonly lines: readonly LineDifference[];
  /** Most episodes first. */
  readonly moved: readonly Movement[];
  readonly attribution: Attribution;
}
