// The evaluator of a run: the program as generated code, loaded from memory.
// Rule: the same code that `avtal build` writes; the interpreter is for tests.

import {
  evaluatorFor as evaluatorWith,
  repeatingEvaluatorFor,
  type Evaluator,
} from "@avtal/compiler/emit/typescript/load";
import type { Program } from "@avtal/compiler/ir/ir";
import * as runtime from "@avtal/runtime/runtime";

/** The same for the same program, because its code takes time to make. */
export function evaluatorFor(program: Program): Evaluator {
  const known = evaluators.get(program);
  if (known !== undefined) return known;
  const made = evaluatorWith(program, runtime);
  evaluators.set(program, made);
  return made;
}

const evaluators = new WeakMap<Program, Evaluator>();

/** For sweeps and readings: many runs over the same records. */
export function repeatingEvaluator(program: Program): Evaluator["evaluate"] {
  return repeatingEvaluatorFor(program, runtime);
}
