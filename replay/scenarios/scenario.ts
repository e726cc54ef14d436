// A scenario held against its agreement: episodes as the reader takes them, and what each wording must give.
// Rule: plain data and exact numbers; running one is a pure function of scenario, program and wording.

import type { Span } from "@avtal/compiler/source";
import type { Columns } from "@avtal/runtime/columns";
import type { Ratio } from "@avtal/runtime/ratio";
import type { RunOptions } from "@avtal/runtime/result";
import type { DataCode } from "../problem-titles/av9-data.ts";

export interface Scenario {
  /** Path of the file, with `/`, relative to the folder of agreements. */
  readonly file: string;
  readonly name: string;
  /** Name of the main document. */
  readonly agreement: string;
  /** The clauses that it is about, as the agreement cites them, perhaps without their last parts. */
  readonly clauses: readonly string[];
  /** Place of the name. */
  readonly span: Span;
  readonly episodes: Episodes;
  readonly supplied: Pick<RunOptions, "values" | "events">;
  /** First the chosen readings, then each entry of `tolkningar`. */
  readonly variants: readonly Variant[];
}

export interface Episodes {
  /** Those that the reader took. */
  readonly columns: Columns;
  readonly refused: readonly RefusedEpisode[];
}

export interface RefusedEpisode {
  readonly id: string;
  readonly code: DataCode;
}

/** The scenario under some readings; none beside the chosen ones in the first. */
export interface Variant {
  /** Question → reading, by the question's id. */
  readonly readings: ReadonlyMap<string, string>;
  /** `faktor=alla`, as outcome files and reports name the variant; empty for the chosen readings. */
  readonly label: string;
  readonly expectations: ReadonlyMap<WordingName, Expectation>;
}

/** The first day of a wording, for a counterfactual run, or `in-force`: each episode by its own dates. */
export type WordingName = string;
export const inForceWording: WordingName = "in-force";

/** Parts that are null are not said. */
export interface Expectation {
  readonly span: Span;
  readonly lines: readonly ExpectedLine[] | null;
  readonly steps: readonly ExpectedStep[];
  readonly undecided: ExpectedFate | null;
  readonly notCharged: ExpectedFate | null;
  readonly refused: ExpectedFate | null;
  readonly stopped: ExpectedStop | null;
  /** What the statistics lead to, sorted. */
  readonly triggers: readonly string[] | null;
}

/** What tells lines, groups and figures apart; null where it does not matter. */
export interface Selector {
  /** The codes that the written name can stand for. */
  readonly payer: Named | null;
  readonly period: string | null;
  readonly rule: string | null;
  readonly episode: string | null;
  /** First day of a part of a period. */
  readonly part: string | null;
}

export interface Named {
  /** As it was written. */
  readonly name: string;
  readonly codes: ReadonlySet<string>;
}

export interface ExpectedLine extends Selector {
  readonly count: number;
  readonly quantity: ExactAmount | null;
  /** Per unit. */
  readonly price: ExactAmount | null;
  readonly amount: ExactAmount;
  readonly payee: string | null;
  readonly invoicer: string | null;
  readonly steps: readonly ExpectedStep[];
  readonly span: Span;
}

/** An exact number with what it counts; money in öre. */
export interface ExactAmount {
  readonly exact: Ratio;
  readonly of: Measure;
  /** As it was written. */
  readonly text: string;
}

/** What a number counts, as far as people tell it by the unit. `kr` fits an amount and a price per day. */
export type Measure = "days" | "weekdays" | "hours" | "number" | "money" | "moneyPerDay";

export interface ExpectedStep {
  readonly where: Selector;
  readonly name: string;
  /** Names of the rules and statistics that have the step. */
  readonly rules: ReadonlySet<string>;
  readonly value: ExpectedValue;
  readonly span: Span;
}

export type ExpectedValue =
  | ({ readonly kind: "quantity" } & ExactAmount)
  | { readonly kind: "date"; readonly day: number; readonly text: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "condition"; readonly holds: "yes" | "no" | "unknown"; readonly text: string }
  /** The step cannot be worked out. */
  | { readonly kind: "absent"; readonly text: string };

/** Records that were undecided, not charged or refused: all alike, or each sort with its number. */
export type ExpectedFate =
  | { readonly kind: "all"; readonly what: readonly string[]; readonly span: Span }
  | { readonly kind: "each"; readonly sorts: readonly ExpectedSort[]; readonly span: Span };

export interface ExpectedSort {
  /** Codes of missing facts, sorted; or one clause or reason; or one code of the reader. */
  readonly what: readonly string[];
  readonly count: number;
  readonly rule: string | null;
  readonly episode: string | null;
}

export interface ExpectedStop {
  /** Name of the value, with its document where that is not the main one. */
  readonly value: string;
  readonly span: Span;
}
