// What can be said of two wordings: a case that tells them apart, a proof that none does, or how far the search came.
// Rule: three verdicts and never silence; a difference is shown only as both evaluators and the interpreter confirm it.

import type { Field, Program } from "@avtal/compiler/ir/ir";
import type { Words } from "@avtal/compiler/problem";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";

/** A program with what a run decides beside its text: one of the two that are held against each other. */
export interface Side {
  readonly program: Program;
  readonly options: RunOptions;
}

export interface WitnessLimits {
  /** Episodes of the largest case that is tried. */
  readonly episodes: number;
  /** Cases that are evaluated before the search ends, in all. */
  readonly cases: number;
  /** Whether figures of statistics are an outcome beside what is paid. */
  readonly figures: "compared" | "left out";
}

export const usualLimits: WitnessLimits = { episodes: 20, cases: 40_000, figures: "left out" };

export type Verdict =
  | ({ readonly kind: "differ" } & Difference)
  | { readonly kind: "same"; readonly argument: SameArgument }
  | {
      readonly kind: "unknown";
      /** Cases that were evaluated without showing a difference. */
      readonly tried: number;
      /** Episodes of the largest of them. */
      readonly episodes: number;
      readonly reasons: readonly Words[];
    };

export interface Difference {
  readonly in: DifferenceSort;
  readonly episodes: readonly WitnessEpisode[];
  /** What each wording makes of it; the same from the compiled evaluator and from the interpreter. */
  readonly a: Evaluation;
  readonly b: Evaluation;
  readonly tried: number;
}

/** What differs, the most telling first. `stopped`: a value that only one of them needs is not known. */
export type DifferenceSort = "amounts" | "undecided" | "figures" | "stopped";

/** One made-up episode: the facts that are not empty, as a scenario file has them. */
export interface WitnessEpisode {
  readonly id: string;
  readonly facts: readonly WitnessFact[];
}

export interface WitnessFact {
  readonly field: Field;
  readonly text: string;
}

/** Why no case can tell the two apart, in words, one step after another. */
export interface SameArgument {
  readonly by: "meaning" | "formulas" | "cases";
  readonly steps: readonly Words[];
}
