// The readings that a run settles for every record, so that its kernels need not ask about them.
// Rule: only readings are settled beforehand, never in the program: a line names the readings that it stands on.

import type { RunOptions } from "@avtal/runtime/result";
import type { Program, Question } from "../../../ir/ir.ts";
import type { FixedReadings } from "../emission.ts";

/** Readings given for the run, and those of questions that were answered once. */
export function fixedReadings(program: Program, { readings }: RunOptions): FixedReadings {
  const given = new Map<string, string>();
  for (const [name, reading] of readings) {
    const question = questionNamed(program, name);
    if (question !== undefined) given.set(question.id, reading);
  }
  const fixed = new Map<string, string>();
  for (const { id, chosen } of program.questions) {
    const [only, ...others] = chosen;
    const reading = given.get(id) ?? (others.length === 0 ? only?.reading : undefined);
    if (reading !== undefined) fixed.set(id, reading);
  }
  return fixed;
}

/** By the same names as the runtime takes; what it refuses is left for it to refuse. */
function questionNamed({ main, questions }: Program, name: string): Question | undefined {
  const exact = questions.find(({ id }) => id === `${main}.${name}`) ?? questions.find(({ id }) => id === name);
  return exact ?? questions.find(({ id }) => id.endsWith(`.${name}`));
}
