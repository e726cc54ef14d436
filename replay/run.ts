// The table of contents of a run: a program and a data file in, lines and an account of every record out.
// Rule: records in = in a rule + not charged + undecided + refused, asserted before anything is shown or written.

import { meaningHash } from "@avtal/compiler/ir/meaning-hash";
import type { Program } from "@avtal/compiler/ir/ir";
import { measure } from "@avtal/compiler/interpret/measure";
import type { Columns } from "@avtal/runtime/columns";
import type { Ratio } from "@avtal/runtime/ratio";
import type { Accounting, Completed, RunOptions, Stopped } from "@avtal/runtime/result";
import { runOptions, type AskedOptions } from "./asked-options.ts";
import type { DataProblem } from "./data-problem.ts";
import { evaluatorFor } from "./evaluator.ts";
import { within, type Months } from "./months.ts";
import type { DataDescription } from "./read/description.ts";
import { readEpisodes, type FileFacts } from "./read/episodes.ts";
import type { RefusedRows } from "./read/refused-rows.ts";

export interface RunRequest {
  readonly program: Program;
  readonly asked: AskedOptions;
  readonly data: string;
  readonly description: DataDescription;
  readonly months: Months;
  /** More refused rows than this end the run without a result. */
  readonly maxRefused: number;
}

export type RunOutcome =
  | { readonly kind: "rejected"; readonly problems: readonly DataProblem[] }
  | { readonly kind: "too-many-refused"; readonly refused: RefusedRows; readonly facts: FileFacts }
  | ({ readonly kind: "stopped"; readonly stopped: Stopped; readonly dataWouldGive: Ratio | undefined } & Ran)
  | ({ readonly kind: "completed"; readonly result: Completed } & Ran);

/** What every run that came as far as its records knows. */
export interface Ran {
  readonly program: Program;
  readonly meaningHash: string;
  readonly options: RunOptions;
  readonly months: Months;
  readonly facts: FileFacts;
  readonly refused: RefusedRows;
  readonly warnings: readonly DataProblem[];
  /** Records that were read but lie outside the months asked for. */
  readonly outsideMonths: number;
}

export async function run(request: RunRequest): Promise<RunOutcome> {
  const { program, months } = request;
  const { options, problems } = runOptions(request.asked, program);
  if (problems.length > 0) return { kind: "rejected", problems };

  const { data: path, description } = request;
  const reading = await readEpisodes({ path, description, fields: program.fields, registers: program.registers });
  if (reading.kind === "refused") return { kind: "rejected", problems: reading.problems };
  const { refused, facts, warnings } = reading;
  if (refused.rows.length > request.maxRefused) return { kind: "too-many-refused", refused, facts };

  const columns = within(reading.columns, months);
  const evaluation = evaluatorFor(program)(columns, options);
  const outsideMonths = reading.columns.count - columns.count;
  const ran: Ran = {
    program,
    meaningHash: meaningHash(program),
    options,
    months,
    facts,
    refused,
    warnings,
    outsideMonths,
  };
  if (evaluation.kind === "stopped") {
    return { kind: "stopped", stopped: evaluation, dataWouldGive: whatDataGive(evaluation, columns, ran), ...ran };
  }
  const accounting = withRefused(evaluation.accounting, columns.count, refused.rows.length);
  return { kind: "completed", result: { ...evaluation, accounting }, ...ran };
}

/** What the formula of a value that is not fixed gives on these data, for the message alone. */
function whatDataGive(stopped: Stopped, columns: Columns, { program, options }: Ran): Ratio | undefined {
  if (stopped.reason !== "not-fixed") return undefined;
  return measure(program, `${stopped.document}.${stopped.value}`, columns, options);
}

/** The evaluator's account with the rows that never reached it. A sum that does not hold is our own fault. */
function withRefused(evaluated: Accounting, given: number, refused: number): Accounting {
  const { inRule, notCharged, undecided } = evaluated;
  if (evaluated.recordsIn !== given || inRule + notCharged + undecided !== given) {
    throw new Error(`Records do not add up: ${given} given, ${inRule} + ${notCharged} + ${undecided} accounted for.`);
  }
  return { recordsIn: given + refused, inRule, notCharged, undecided, refused };
}
