// The evaluator of a run: the program as generated code, loaded from memory.
// Rule: the same code that `avtal build` writes; the interpreter is for tests.

import {
  evaluatorFor as evaluatorWith,
  repeatingEvaluatorFor,
  type Evaluator,
} from "@avtal/compiler/emit/typescript/load";
import type { Program } from "@avtal/compiler/ir/ir";
import * as runtime from "@avtal/runtime/runtime";

export function evaluatorFor(program: Program): Evaluator {
  return evaluatorWith(program, runtime);
}

/** For sweeps and readings: many runs over the same records. */
export function repeatingEvaluator(program: Program): Evaluator["evaluate"] {
  return repeatingEvaluatorFor(program, runtime);
}
