// The table of contents of a run: a program and a data file in, lines and an account of every record out.
// Rule: records in = in a rule + not charged + undecided + refused, asserted before anything is shown or written.

import type { FrontEnd } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import { withoutStatistics } from "@avtal/compiler/ir/without-statistics";
import { unitWord } from "@avtal/compiler/interpret/value-texts";
import type { Columns } from "@avtal/runtime/columns";
import type { Accounting, Completed, RunOptions, Stopped } from "@avtal/runtime/result";
import { runOptions, type AskedOptions } from "./asked-options.ts";
import { assumptionsOf } from "./assumptions.ts";
import type { DataProblem } from "./data-problem.ts";
import type { Evaluator } from "@avtal/compiler/emit/typescript/load";
import { evaluatorFor } from "./evaluator.ts";
import { monthsOf, within, type Months } from "./months.ts";
import type { Given } from "./problems/stopped.ts";
import type { DataDescription } from "./read/description.ts";
import { readEpisodes, type FileFacts } from "./read/episodes.ts";
import { neededFields } from "./read/needed-fields.ts";
import type { RefusedRows } from "./read/refused-rows.ts";

export interface RunRequest {
  readonly program: Program;
  /** What the program was compiled from, for the words of its author. */
  readonly front: FrontEnd;
  readonly asked: AskedOptions;
  readonly data: string;
  readonly description: DataDescription;
  readonly months: Months;
  /** Whether the figures of statistics are asked for; without them a third of the work falls away. */
  readonly statistics: boolean;
  /** More refused rows than this end the run without a result. */
  readonly maxRefused: number;
}

export type RunOutcome =
  | { readonly kind: "rejected"; readonly problems: readonly DataProblem[] }
  | { readonly kind: "too-many-refused"; readonly refused: RefusedRows; readonly facts: FileFacts }
  | ({ readonly kind: "stopped"; readonly stopped: Stopped; readonly dataGive: Given | undefined } & Ran)
  | ({ readonly kind: "completed"; readonly result: Completed } & Ran);

/** What every run that came as far as its records knows. */
export interface Ran {
  readonly program: Program;
  /** What the main document assumes, each once. */
  readonly assumptions: readonly string[];
  readonly options: RunOptions;
  readonly months: Months;
  readonly facts: FileFacts;
  readonly refused: RefusedRows;
  readonly warnings: readonly DataProblem[];
  /** Records that were read but lie outside the months asked for. */
  readonly outsideMonths: number;
  /** First and last month in which an episode of the run was discharged; undefined where none was. */
  readonly discharged: { readonly first: number; readonly last: number } | undefined;
}

export async function run(request: RunRequest): Promise<RunOutcome> {
  const { program, months } = request;
  const { options, problems } = runOptions(request.asked, program);
  if (problems.length > 0) return { kind: "rejected", problems };

  const { data: path, description } = request;
  const evaluated = request.statistics ? program : withoutStatistics(program);
  const { fields, registers } = evaluated;
  const reading = await readEpisodes({ path, description, fields, needed: neededFields([evaluated]), registers });
  if (reading.kind === "refused") return { kind: "rejected", problems: reading.problems };
  const { refused, facts, warnings } = reading;
  if (refused.rows.length > request.maxRefused) return { kind: "too-many-refused", refused, facts };

  const columns = within(reading.columns, months);
  const evaluator = evaluatorFor(evaluated);
  const evaluation = evaluator.evaluate(columns, options);
  const ran: Ran = {
    program,
    assumptions: assumptionsOf(program.main, request.front),
    options,
    months,
    facts,
    refused,
    warnings,
    outsideMonths: reading.columns.count - columns.count,
    discharged: monthsOf(columns),
  };
  if (evaluation.kind === "stopped") {
    return {
      kind: "stopped",
      stopped: evaluation,
      dataGive: whatDataGive(evaluation, columns, ran, evaluator),
      ...ran,
    };
  }
  const accounting = withRefused(evaluation.accounting, columns.count, refused.rows.length);
  return { kind: "completed", result: { ...evaluation, accounting }, ...ran };
}

/** What the formula of a value that is not fixed gives on these data, for the message alone. */
export function whatDataGive(
  stopped: Stopped,
  columns: Columns,
  { program, options }: Pick<Ran, "program" | "options">,
  evaluator: Evaluator,
): Given | undefined {
  const measured = program.measured.find(
    ({ document, name }) => document === stopped.document && name === stopped.value,
  );
  if (stopped.reason !== "not-fixed" || measured?.kind.kind !== "quantity") return undefined;
  const exact = evaluator.measure(measured.id, columns, options);
  return exact === undefined ? undefined : { exact, unit: unitWord(measured.kind.unit) };
}

/** The evaluator's account with the rows that never reached it. A sum that does not hold is our own fault. */
export function withRefused(evaluated: Accounting, given: number, refused: number): Accounting {
  const { inRule, notCharged, undecided } = evaluated;
  if (evaluated.recordsIn !== given || inRule + notCharged + undecided !== given) {
    throw new Error(`Records do not add up: ${given} given, ${inRule} + ${notCharged} + ${undecided} accounted for.`);
  }
  return { recordsIn: given + refused, inRule, notCharged, undecided, refused };
}
