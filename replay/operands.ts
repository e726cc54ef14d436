// The numbers that the steps of a line were worked out from, apart from the steps that the agreement names.
// Rule: a result holds what the agreement says and nothing more; the numbers behind it are for traces alone.

import { isOperandName } from "@avtal/compiler/ir/with-operands";
import type { Completed, Evaluation, Step, StepValue } from "@avtal/runtime/result";

/** By the id of a line: the steps that show its numbers. A line without any has no entry. */
export type Operands = ReadonlyMap<string, readonly Step[]>;

export const noOperands: Operands = new Map();

/** The numbers of a line, by the name that `operandName` gives them. */
export function operandsOf(operands: Operands | undefined, line: string): ReadonlyMap<string, StepValue> {
  return new Map(operands?.get(line)?.map(({ name, value }) => [name, value]));
}

/** An evaluation of a program with operands, as the program without them gives it, and the operands of its lines. */
export function operandsApart(evaluation: Evaluation): {
  readonly evaluation: Evaluation;
  readonly operands: Operands;
} {
  if (evaluation.kind === "stopped") return { evaluation, operands: noOperands };
  const operands = new Map<string, readonly Step[]>();
  for (const { id, steps } of evaluation.lines) {
    const own = exactly(steps.filter(({ name }) => isOperandName(name)));
    if (own.length > 0) operands.set(id, own);
  }
  return { evaluation: namedStepsAlone(evaluation), operands };
}

/** A line shares its steps with its group, before and after; where all are named, nothing is made anew. */
function namedStepsAlone(completed: Completed): Completed {
  const known = new Map<readonly Step[], readonly Step[]>();
  const named = (steps: readonly Step[]): readonly Step[] => {
    const before = known.get(steps);
    if (before !== undefined) return before;
    const after = steps.some(({ name }) => isOperandName(name))
      ? exactly(steps.filter(({ name }) => !isOperandName(name)))
      : steps;
    known.set(steps, after);
    return after;
  };
  const withNamed = <T extends { readonly steps: readonly Step[] }>(one: T): T => {
    const steps = named(one.steps);
    return steps === one.steps ? one : { ...one, steps };
  };
  return { ...completed, lines: completed.lines.map(withNamed), groups: completed.groups.map(withNamed) };
}

/** A list that grew keeps room for some fifteen steps more; a copy has room for its own, which counts where lines are many. */
function exactly(steps: readonly Step[]): readonly Step[] {
  return steps.slice();
}
