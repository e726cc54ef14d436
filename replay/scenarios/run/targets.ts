// The ways to run an agreement, held against each other: the interpreter and the generated TypeScript.
// Rule: one evaluator for each agreement; the interpreter is the yardstick, and a difference is never passed over.

import { isDeepStrictEqual } from "node:util";
import { interpretObserved, interpretPlanned } from "@avtal/compiler/interpret/interpret";
import type { Observe } from "@avtal/compiler/interpret/passing";
import { planRules, type RulePlan } from "@avtal/compiler/interpret/rule-plan";
import { canonical } from "@avtal/compiler/ir/canonical";
import type { Guard, Program } from "@avtal/compiler/ir/ir";
import { runOf, type Run } from "@avtal/compiler/ir/run";
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

/** Every way to run the agreement, held against the interpreter. */
export function allTargets(program: Program): Targets {
  return {
    program,
    yardstick: interpreterOf(program),
    others: [{ name: "TypeScript", evaluate: evaluatorFor(program).evaluate }],
  };
}

/** The generated TypeScript alone: what runs and invoices use, and many times faster than the interpreter. */
export function generatedTarget(program: Program): Targets {
  return { program, yardstick: evaluatorFor(program).evaluate, others: [] };
}

/** All targets, telling what the interpreter passes. */
export function observedTargets(program: Program, observe: Observe): Targets {
  return { ...allTargets(program), yardstick: interpreterOf(program, observe) };
}

/** The interpreter; what is the same for all runs with the same choices is planned once. */
export function interpreterOf(program: Program, observe?: Observe): Evaluate {
  const planned = new Map<string, Planned>();
  return (columns, options) => {
    const key = choicesText(options);
    const { run, plans } = planned.get(key) ?? plannedRun(program, options);
    planned.set(key, { run, plans });
    return observe === undefined
      ? interpretPlanned(plans, run, columns)
      : interpretObserved(plans, run, columns, observe);
  };
}

interface Planned {
  readonly run: Run;
  readonly plans: readonly RulePlan[];
}

/** Rules that stand under no reading of the run take nothing, so they are not planned. */
function plannedRun(program: Program, options: RunOptions): Planned {
  const run = runOf(program, options);
  const standing = program.rules.filter(({ guards }) => guards.every((guard) => mayStand(guard, run)));
  return { run, plans: planRules({ ...run, program: { ...program, rules: standing } }) };
}

function mayStand({ question, readings }: Guard, run: Run): boolean {
  const given = run.readings.get(question);
  if (given !== undefined) return readings.includes(given);
  return run.questionOf(question).chosen.some(({ reading }) => readings.includes(reading));
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
