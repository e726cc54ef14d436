// What a run settles for every record, so that its kernels need not ask about it: readings, and columns that are not there.
// Rule: it is settled for kernels alone, never in the program: a line names the readings that it stands on.

import type { Columns } from "@avtal/runtime/columns";
import type { RunOptions } from "@avtal/runtime/result";
import type { Id, Program, Question } from "../../../ir/ir.ts";
import type { MadeFor } from "../emission.ts";

export function madeFor(program: Program, { columns }: Columns, options: RunOptions): MadeFor {
  const absent = program.fields.filter(({ code }) => !columns.has(code)).map(({ id }) => id);
  return {
    readings: fixedReadings(program, options),
    absent: new Set(absent),
    chosen: new Map(),
    isPutTogether: false,
  };
}

/** For code that serves whatever run comes, and is quicker in one that keeps to the readings of the text. */
export function anyRunOf({ questions }: Program): MadeFor {
  const chosen = new Map<Id, string>();
  for (const question of questions) {
    const reading = onlyReadingOf(question);
    if (reading !== undefined) chosen.set(question.id, reading);
  }
  return { readings: new Map(), absent: new Set(), chosen, isPutTogether: true };
}

/** Readings given for the run, and those of questions that were answered once. */
function fixedReadings(program: Program, { readings }: RunOptions): ReadonlyMap<Id, string> {
  const given = new Map<string, string>();
  for (const [name, reading] of readings) {
    const question = questionNamed(program, name);
    if (question !== undefined) given.set(question.id, reading);
  }
  const fixed = new Map<string, string>();
  for (const question of program.questions) {
    const reading = given.get(question.id) ?? onlyReadingOf(question);
    if (reading !== undefined) fixed.set(question.id, reading);
  }
  return fixed;
}

/** What the text answers, where it answers once. */
function onlyReadingOf({ chosen: [only, ...others] }: Question): string | undefined {
  return others.length === 0 ? only?.reading : undefined;
}

/** By the same names as the runtime takes; what it refuses is left for it to refuse. */
function questionNamed({ main, questions }: Program, name: string): Question | undefined {
  const exact = questions.find(({ id }) => id === `${main}.${name}`) ?? questions.find(({ id }) => id === name);
  return exact ?? questions.find(({ id }) => id.endsWith(`.${name}`));
}
