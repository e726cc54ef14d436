// Runs a program on every target there is and holds them against each other: one answer, or the test fails.

import { expect } from "vitest";
import { evaluatorFor, kernelEvaluatorFor, type Evaluator, type InParts } from "@avtal/compiler/emit/typescript/load";
import { interpret } from "@avtal/compiler/interpret/interpret";
import { measure } from "@avtal/compiler/interpret/measure";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import type { Ratio } from "@avtal/runtime/ratio";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";
import * as runtime from "@avtal/runtime/runtime";

/** A way to run a program; the interpreter is the yardstick of all others. */
type Target = (program: Program, episodes: Columns, options: RunOptions) => Evaluation;

const others: ReadonlyMap<string, Target> = new Map([
  ["the emitted evaluator", (program, episodes, options) => evaluatorOf(program).evaluate(episodes, options)],
  ...[1, 2, 7].map((parts): [string, Target] => [
    `the emitted evaluator with kernels, in ${parts} parts,`,
    (program, episodes, options) => kernelEvaluatorOf(program)(episodes, options, parts),
  ]),
]);

export function runOnEveryTarget(program: Program, episodes: Columns, options: RunOptions): Evaluation {
  const evaluation = interpret(program, episodes, options);
  for (const [name, run] of others) {
    expect(run(program, episodes, options), `${name} differs from the interpreter`).toStrictEqual(evaluation);
  }
  return evaluation;
}

/** What the formula of a measured value gives on these records, in its own unit, by every target. */
export function measureOnEveryTarget(
  program: Program,
  id: string,
  episodes: Columns,
  options: RunOptions,
): Ratio | undefined {
  const measured = measure(program, id, episodes, options);
  const emitted = evaluatorOf(program).measure(id, episodes, options);
  expect(emitted, "the emitted evaluator differs from the interpreter").toStrictEqual(measured);
  return measured;
}

const evaluators = new WeakMap<Program, Evaluator>();
const kernelEvaluators = new WeakMap<Program, InParts>();

/** Emitted once for a program, however many runs it has. */
function evaluatorOf(program: Program): Evaluator {
  const evaluator = evaluators.get(program) ?? evaluatorFor(program, runtime);
  evaluators.set(program, evaluator);
  return evaluator;
}

function kernelEvaluatorOf(program: Program): InParts {
  const evaluator = kernelEvaluators.get(program) ?? kernelEvaluatorFor(program, runtime);
  kernelEvaluators.set(program, evaluator);
  return evaluator;
}
