// One scenario under one variant in one wording: what comes out.
// Rule: a pure function; the evaluator is handed in, so that other programs and targets can be tried on the same case.

import type { Columns } from "@avtal/runtime/columns";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";
import { inForceWording, type RefusedEpisode, type Scenario, type Variant, type WordingName } from "../scenario.ts";

export interface Case {
  readonly scenario: Scenario;
  readonly variant: Variant;
  readonly wording: WordingName;
}

export type Evaluate = (columns: Columns, options: RunOptions) => Evaluation;

export interface Outcome {
  readonly evaluation: Evaluation;
  readonly refused: readonly RefusedEpisode[];
}

export function runScenario({ scenario, variant, wording }: Case, evaluate: Evaluate): Outcome {
  const { columns, refused } = scenario.episodes;
  return { evaluation: evaluate(columns, optionsOf({ scenario, variant, wording })), refused };
}

export function optionsOf({ scenario, variant, wording }: Case): RunOptions {
  return {
    wording: wording === inForceWording ? null : wording,
    readings: variant.readings,
    events: scenario.supplied.events,
    values: scenario.supplied.values,
  };
}
