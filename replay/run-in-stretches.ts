// A run over a file that is read a stretch of records at a time: every stretch is narrowed to the months asked for,
// evaluated, and let go. Rule: what comes out is what a run over all records at once gives; lines that would not fit in
// memory end the run with words, before they are made.

import { stretchEvaluatorsFor, type StretchEvaluator } from "@avtal/compiler/emit/typescript/load";
import type { Program } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import type { Evaluation, RunOptions } from "@avtal/runtime/result";
import * as runtime from "@avtal/runtime/runtime";
import { groupsThatFit } from "./lines-that-fit.ts";
import { monthsOf, within, type Months } from "./months.ts";
import type { StretchesAsked } from "./read/stretches/pass.ts";
import { undecidedRecords, type UndecidedRecords } from "./undecided-records.ts";

/** The months in which the first and the last record of a run were discharged. */
export type Discharged = { readonly first: number; readonly last: number } | undefined;

export interface RunOverStretches extends StretchesAsked {
  /** How many groups there were when the reading ended, or was left because they were too many. */
  groups(): number;
  /** What the stretches of the last reading came to. */
  conclude(): Stretched;
}

export interface Stretched {
  /** But for the list of the undecided. */
  readonly evaluation: Evaluation;
  readonly undecided: UndecidedRecords;
  /** Records that were evaluated, and those that lie outside the months. */
  readonly given: number;
  readonly outsideMonths: number;
  readonly discharged: Discharged;
}

/** A stretch is a megabyte or two, and long enough that what each begins with is not felt. */
const recordsOfAStretch = 16_384;

export interface Held {
  /** Records held at a time. */
  readonly records: number;
  /** Groups that may come to a line. */
  readonly groups: number;
}

export function runOverStretches(
  program: Program,
  options: RunOptions,
  months: Months,
  { records = recordsOfAStretch, groups = groupsThatFit("alone") }: Partial<Held>,
): RunOverStretches {
  const evaluatorFor = stretchEvaluatorsFor(program, runtime);
  let last: Taken | undefined;
  return {
    greatestRecords: records,
    taker(first) {
      const evaluator = evaluatorFor(options, first);
      if (evaluator === undefined) return undefined;
      const taken = takenBy(evaluator, months);
      last = taken;
      return (columns) => {
        taken.take(columns);
        return evaluator.groups() <= groups;
      };
    },
    groups: () => last?.groups() ?? 0,
    conclude() {
      if (last === undefined) throw new Error("No stretch was taken.");
      return last.conclude();
    },
  };
}

interface Taken {
  readonly take: (columns: Columns) => void;
  groups(): number;
  conclude(): Stretched;
}

function takenBy(evaluator: StretchEvaluator, months: Months): Taken {
  const undecided = undecidedRecords();
  let given = 0;
  let outsideMonths = 0;
  let discharged: Discharged;
  return {
    take(columns) {
      const own = within(columns, months);
      given += own.count;
      outsideMonths += columns.count - own.count;
      discharged = spanning(discharged, monthsOf(own));
      evaluator.take(own, undecided.add);
    },
    groups: evaluator.groups,
    conclude: () => ({ evaluation: evaluator.conclude(), undecided, given, outsideMonths, discharged }),
  };
}

function spanning(one: Discharged, other: Discharged): Discharged {
  if (one === undefined || other === undefined) return one ?? other;
  return { first: Math.min(one.first, other.first), last: Math.max(one.last, other.last) };
}
