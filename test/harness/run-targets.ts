// Runs a program on every target there is and holds them against each other: one answer, or the test fails.

import { expect } from "vitest";
import { interpret } from "@avtal/compiler/interpret/interpret";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";

/** A way to run a program; the interpreter is the yardstick of all others. */
type Target = (program: Program, episodes: Columns, options: RunOptions) => Evaluation;

const others: ReadonlyMap<string, Target> = new Map();

export function runOnEveryTarget(program: Program, episodes: Columns, options: RunOptions): Evaluation {
  const evaluation = interpret(program, episodes, options);
  for (const [name, run] of others) {
    expect(run(program, episodes, options), `${name} differs from the interpreter`).toEqual(evaluation);
  }
  return evaluation;
}
