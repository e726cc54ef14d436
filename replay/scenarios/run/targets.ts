// The ways to run an agreement, held against each other: the interpreter and the generated TypeScript.
// Rule: one evaluator for each agreement; the interpreter is the yardstick, and a difference is never passed over.

import { isDeepStrictEqual } from "node:util";
import { interpretPlanned } from "@avtal/compiler/interpret/interpret";
import { planRules, type RulePlan } from "@avtal/compiler/interpret/rule-plan";
import { canonical } from "@avtal/compiler/ir/canonical";
import type { Program } from "@avtal/compiler/ir/ir";
import { runOf } from "@avtal/compiler/ir/run";
import { ratioText } from "@avtal/runtime/ratio";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";
import { evaluatorFor } from "../../evaluator.ts";
import { runScenario, type Case, type Evaluate, type Outcome } from "./run-scenario.ts";

/** A program with its targets, ready to run. */
export interface Targets {
  readonly program: Program;
  readonly yardstick: Evaluate;
  readonly others: readonly { readonly name: string; readonly evaluate: Evaluate }[];
}

export function targetsFor(program: Program): Targets {
  return {
    program,
    yardstick: interpreterOf(program),
    others: [{ name: "TypeScript", evaluate: evaluatorFor(program).evaluate }],
  };
}

/** The interpreter; what is the same for all runs with the same choices is planned once. */
export function interpreterOf(program: Program): Evaluate {
  const plansOf = new Map<string, readonly RulePlan[]>();
  return (columns, options) => {
    const run = runOf(program, options);
    const key = choicesText(options);
    const plans = plansOf.get(key) ?? planRules(run);
    plansOf.set(key, plans);
    return interpretPlanned(plans, run, columns);
  };
}

function choicesText({ wording, readings, events, values }: RunOptions): string {
  const supplied = values.map(({ value, from, exact }) => [value, from, ratioText(exact)]);
  return canonical([wording, [...readings], [...events], supplied]);
}

export interface TargetsOutcome {
  readonly outcome: Outcome;
  /** What the other targets make of it where they differ. */
  readonly differing: readonly Differing[];
}

export interface Differing {
  readonly target: string;
  /** The parts of the result that differ. */
  readonly parts: readonly string[];
  readonly outcome: Outcome;
}

export function runOnTargets(one: Case, targets: Targets): TargetsOutcome {
  const outcome = runScenario(one, targets.yardstick);
  const differing = targets.others.flatMap(({ name, evaluate }) => {
    const other = runScenario(one, evaluate);
    const parts = differingParts(outcome.evaluation, other.evaluation);
    return parts.length === 0 ? [] : [{ target: name, parts, outcome: other }];
  });
  return { outcome, differing };
}

function differingParts(yardstick: Evaluation, other: Evaluation): string[] {
  const parts = new Map<string, unknown>(Object.entries(yardstick));
  const others = new Map<string, unknown>(Object.entries(other));
  return [...new Set([...parts.keys(), ...others.keys()])].filter(
    (part) => !isDeepStrictEqual(parts.get(part), others.get(part)),
  );
}
