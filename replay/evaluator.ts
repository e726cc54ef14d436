// The evaluator of a run: the program as generated code, loaded from memory and called with columns.
// Rule: the same code that `avtal build` writes; the interpreter is for tests.

import type { Program } from "@avtal/compiler/ir/ir";
import { interpret } from "@avtal/compiler/interpret/interpret";
import type { Columns } from "@avtal/runtime/columns";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";

export type Evaluate = (columns: Columns, options: RunOptions) => Evaluation;

export function evaluatorFor(program: Program): Evaluate {
  return (columns, options) => interpret(program, columns, options);
}
