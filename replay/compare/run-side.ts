// One file read once, and any number of choices run over it: what readings and sweeps are made of.
// Rule: a run that stops says so and is worth nothing; nobody guesses what it would have given.

import { withoutStatistics } from "@avtal/compiler/ir/without-statistics";
import type { Columns } from "@avtal/runtime/columns";
import { dateText } from "@avtal/runtime/calendar";
import type { Completed, RunOptions, Stopped } from "@avtal/runtime/result";
import { whatDataGive, type RunOutcome } from "../run.ts";
import type { DataDescription } from "../read/description.ts";
import { readEpisodes, type FileFacts } from "../read/episodes.ts";
import { fieldsToRead } from "../read/needed-fields.ts";
import type { RefusedRows } from "../read/refused-rows.ts";
import type { DataProblem } from "../data-problem.ts";
import type { Side } from "../changes/side.ts";
import { evaluatorFor, repeatingEvaluator } from "../evaluator.ts";
import { groupsThatFit, linesBeyond } from "../lines-that-fit.ts";
import { within, type Months } from "../months.ts";
import type { Given } from "../problems/stopped.ts";

export interface OverDataRequest {
  readonly side: Side;
  readonly data: string;
  readonly description: DataDescription;
  readonly months: Months;
  readonly maxRefused: number;
  /** How many groups may come to a line; what fits in memory where this is not said. */
  readonly fittingGroups?: number;
}

export interface OverData {
  readonly kind: "ready";
  readonly columns: Columns;
  readonly facts: FileFacts;
  readonly refused: RefusedRows;
  readonly options: RunOptions;
  readonly run: (options: RunOptions) => Completed | StoppedThere;
}

export interface StoppedThere {
  readonly kind: "stopped";
  readonly stopped: Stopped;
  readonly dataGive: Given | undefined;
}

export async function overData(
  request: OverDataRequest,
): Promise<
  | OverData
  | { readonly kind: "rejected"; readonly problems: readonly DataProblem[] }
  | (RunOutcome & { readonly kind: "too-many-refused" })
> {
  const { side, data, description, months, maxRefused } = request;
  const program = withoutStatistics(side.program);
  const { fields, registers } = program;
  const reading = await readEpisodes({
    path: data,
    description,
    fields,
    ...fieldsToRead([program]),
    registers,
  });
  if (reading.kind === "refused") return { kind: "rejected", problems: reading.problems };
  const { refused, facts } = reading;
  if (refused.rows.length > maxRefused) return { kind: "too-many-refused", refused, facts };
  const columns = within(reading.columns, months);
  const { readings, events, values, wording } = side;
  const options = { wording: wording === null ? null : dateText(wording), readings, events, values };
  // Other choices move amounts between groups, and hardly make more of them.
  const beyond = linesBeyond(
    request.fittingGroups ?? groupsThatFit("compared"),
    evaluatorFor(program),
    columns,
    options,
  );
  if (beyond !== undefined) return { kind: "rejected", problems: [beyond] };
  const evaluate = repeatingEvaluator(program);
  return {
    kind: "ready",
    columns,
    facts,
    refused,
    options,
    run: (options) => {
      const result = evaluate(columns, options);
      if (result.kind === "completed") return result;
      const dataGive = whatDataGive(result, columns, { program: side.program, options }, evaluatorFor(program));
      return { kind: "stopped", stopped: result, dataGive };
    },
  };
}
