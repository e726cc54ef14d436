// Runs a program on every target there is and holds them against each other: one answer, or the test fails.

import { expect } from "vitest";
import {
  evaluatorFor,
  kernelEvaluatorFor,
  stretchEvaluatorsFor,
  type Evaluator,
  type KernelEvaluator,
} from "@avtal/compiler/emit/typescript/load";
import { interpret } from "@avtal/compiler/interpret/interpret";
import { measure } from "@avtal/compiler/interpret/measure";
import type { Program } from "@avtal/compiler/ir/ir";
import { NOT_KNOWN, UNKNOWN, type Column, type Columns } from "@avtal/runtime/columns";
import { takenOut } from "@avtal/runtime/kept-records";
import type { Ratio } from "@avtal/runtime/ratio";
import type { Evaluation, RunOptions, Undecided } from "@avtal/runtime/result";
import * as runtime from "@avtal/runtime/runtime";

/** A way to run a program; the interpreter is the yardstick of all others. */
type Target = (program: Program, episodes: Columns, options: RunOptions) => Evaluation;

const others: ReadonlyMap<string, Target> = new Map([
  ["the emitted evaluator", (program, episodes, options) => evaluatorOf(program).evaluate(episodes, options)],
  [
    "the emitted evaluator with kernels, without empty columns,",
    (program, episodes, options) =>
      kernelEvaluatorOf(program).inParts(withoutEmptyColumns(program, episodes), options, 1),
  ],
  [
    "the emitted evaluator with a module's kernels",
    (program, episodes, options) => kernelEvaluatorOf(program).asModule(episodes, options),
  ],
  ...[2, 7].map((parts): [string, Target] => [
    `the emitted evaluator with kernels, in ${parts} parts,`,
    (program, episodes, options) => kernelEvaluatorOf(program).inParts(episodes, options, parts),
  ]),
  ...[1, 3].map((parts): [string, Target] => [
    `the emitted evaluator over ${parts} stretches with columns of their own`,
    (program, episodes, options) => inStretches(program, episodes, options, parts),
  ]),
]);

/** Where a run cannot be in stretches, it is none. */
function inStretches(program: Program, episodes: Columns, options: RunOptions, parts: number): Evaluation {
  const border = (index: number): number => Math.floor((episodes.count * index) / parts);
  const stretches = Array.from({ length: parts }, (_, index) =>
    takenOut(episodes, rising(border(index), border(index + 1))),
  );
  const evaluator = stretchEvaluatorsOf(program)(options, stretches[0] ?? episodes);
  if (evaluator === undefined) return evaluatorOf(program).evaluate(episodes, options);
  const undecided: Undecided[] = [];
  for (const stretch of stretches) evaluator.take(stretch, (some) => undecided.push(...some));
  const evaluation = evaluator.conclude();
  return evaluation.kind === "stopped" ? evaluation : { ...evaluation, undecided };
}

function rising(from: number, until: number): number[] {
  return Array.from({ length: until - from }, (_, index) => from + index);
}

/** A column that no record has anything in may as well not be there. */
function withoutEmptyColumns({ fields }: Program, { count, ids, columns }: Columns): Columns {
  const isEmpty = (code: string): boolean => {
    const column = columns.get(code);
    const isOptional = fields.some((field) => field.code === code && field.optional);
    return isOptional && column !== undefined && cellsOf(column).every((cell) => cell <= UNKNOWN || cell === noAnswer);
  };
  return { count, ids, columns: new Map([...columns].filter(([code]) => !isEmpty(code))) };
}

/** Numbers of a column, an absent answer as one that no other column has. */
function cellsOf(column: Column): readonly number[] {
  switch (column.kind) {
    case "condition":
      return [...column.codes].map((code) => (code === NOT_KNOWN ? noAnswer : code));
    case "date":
    case "moment":
      return [...column.days];
    case "code":
      return [...column.codes];
    case "integer":
      return [...column.values];
  }
}

const noAnswer = Number.MAX_SAFE_INTEGER;

export function runOnEveryTarget(program: Program, episodes: Columns, options: RunOptions): Evaluation {
  return alike(others, program, episodes, options);
}

/** With kernels in one shape only: those of a shipped agreement take a second for each of its readings. */
export function runOnBothTargets(program: Program, episodes: Columns, options: RunOptions): Evaluation {
  return alike(new Map([...others].slice(0, 2)), program, episodes, options);
}

function alike(
  targets: ReadonlyMap<string, Target>,
  program: Program,
  episodes: Columns,
  options: RunOptions,
): Evaluation {
  const evaluation = interpret(program, episodes, options);
  for (const [name, run] of targets) {
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
const kernelEvaluators = new WeakMap<Program, KernelEvaluator>();
const stretchEvaluators = new WeakMap<Program, ReturnType<typeof stretchEvaluatorsFor>>();

/** Emitted once for a program, however many runs it has. */
function evaluatorOf(program: Program): Evaluator {
  const evaluator = evaluators.get(program) ?? evaluatorFor(program, runtime);
  evaluators.set(program, evaluator);
  return evaluator;
}

function kernelEvaluatorOf(program: Program): KernelEvaluator {
  const evaluator = kernelEvaluators.get(program) ?? kernelEvaluatorFor(program, runtime);
  kernelEvaluators.set(program, evaluator);
  return evaluator;
}

function stretchEvaluatorsOf(program: Program): ReturnType<typeof stretchEvaluatorsFor> {
  const evaluators = stretchEvaluators.get(program) ?? stretchEvaluatorsFor(program, runtime);
  stretchEvaluators.set(program, evaluators);
  return evaluators;
}
