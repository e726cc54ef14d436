// A whole run: every record is offered to every rule, groups are worked out, and the account is made up.
// Rule: docs/meaning.md; a value that a record needs and nobody knows stops the run at that record.

import { ratioOrNull, type Fraction } from "./fractions.ts";
import { evaluatePart, finished } from "./evaluate-part.ts";
import type { Ratio } from "./ratio.ts";
import { refusal } from "./refusal.ts";
import type { Evaluation } from "./result.ts";
import type { RuleCode } from "./rule-code.ts";
import type { RunState } from "./run-state.ts";

/** `rules` in the order in which records are offered to them. */
export function evaluateRules<R extends RunState>(rules: readonly RuleCode<R, unknown>[], run: R): Evaluation {
  return finished(evaluatePart(rules, run, 0, run.columns.count));
}

/** What the formula of a measured value gives; undefined where the records give no value. */
export function measureOf<R extends RunState>(
  measures: ReadonlyMap<string, (run: R) => Fraction>,
  measured: string,
  run: R,
): Ratio | undefined {
  const formula = measures.get(measured);
  if (formula === undefined) throw refusal("AV7004", `There is no measured value \`${measured}\`.`);
  return ratioOrNull(formula(run)) ?? undefined;
}

/** What a rule that charges nothing has instead of tallies and figures. */
export function noTallies(): unknown {
  return null;
}

export function countNothing(): void {
  throw new Error("A rule that charges nothing counts nothing.");
}

export function noFigures(): never {
  throw new Error("A rule that charges nothing has no figures.");
}
