// The numbers that the steps of a line were worked out from, apart from the steps that the agreement names.
// Rule: a result holds what the agreement says and nothing more; the numbers behind it are for traces alone.

import { isOperandName } from "@avtal/compiler/ir/with-operands";
import type { Completed, Evaluation, Step, StepValue } from "@avtal/runtime/result";

/** By the id of a line: its numbers, by the name that `operandName` gives them. */
export type Operands = ReadonlyMap<string, ReadonlyMap<string, StepValue>>;

export const noOperands: Operands = new Map();

/** An evaluation of a program with operands, as the program without them gives it, and the operands of its lines. */
export function operandsApart(evaluation: Evaluation): {
  readonly evaluation: Evaluation;
  readonly operands: Operands;
} {
  if (evaluation.kind === "stopped") return { evaluation, operands: noOperands };
  const operands = new Map(
    evaluation.lines.map(({ id, steps }) => [
      id,
      new Map(steps.flatMap(({ name, value }) => (isOperandName(name) ? [[name, value]] : []))),
    ]),
  );
  return { evaluation: namedStepsAlone(evaluation), operands };
}

function namedStepsAlone(completed: Completed): Completed {
  return {
    ...completed,
    lines: completed.lines.map((line) => ({ ...line, steps: named(line.steps) })),
    groups: completed.groups.map((group) => ({ ...group, steps: named(group.steps) })),
  };
}

function named(steps: readonly Step[]): Step[] {
  return steps.filter(({ name }) => !isOperandName(name));
}
