// The table of contents of a run: a program and a data file in, lines and an account of every record out.
// Rule: records in = in a rule + not charged + undecided + refused, asserted before anything is shown or written.

import type { FrontEnd } from "@avtal/compiler/compile";
import type { Program } from "@avtal/compiler/ir/ir";
import { withOperands } from "@avtal/compiler/ir/with-operands";
import { withoutStatistics } from "@avtal/compiler/ir/without-statistics";
import { unitWord } from "@avtal/compiler/ir/unit-word";
import type { Columns } from "@avtal/runtime/columns";
import type { Accounting, Completed, RunOptions, Stopped, Undecided } from "@avtal/runtime/result";
import { runOptions, type AskedOptions } from "./asked-options.ts";
import { assumptionsOf } from "./assumptions.ts";
import type { DataProblem } from "./data-problem.ts";
import type { Evaluator } from "@avtal/compiler/emit/typescript/load";
import { engineFor, engineTitle, isPostgresAddress, type EngineName } from "./engines/engine.ts";
import { evaluateInDuckDb } from "./engines/evaluate.ts";
import { evaluateInPostgres, evaluateOnSpark } from "./engines/run-in-place.ts";
import { evaluatorFor } from "./evaluator.ts";
import { groupsThatFit, linesBeyond } from "./lines-that-fit.ts";
import { monthsOf, within, type Months } from "./months.ts";
import { operandsApart, type Operands } from "./operands.ts";
import { notWithThisEngine, withoutNotes } from "./problems/engine.ts";
import type { Given } from "./problems/stopped.ts";
import { tooManyLines } from "./problems/too-many-lines.ts";
import type { DataDescription } from "./read/description.ts";
import { readEpisodes, type Asked, type FileFacts, type Reading } from "./read/episodes.ts";
import { readEpisodesInStretches } from "./read/in-stretches.ts";
import { fieldsToRead } from "./read/needed-fields.ts";
import type { RefusedRows } from "./read/refused-rows.ts";
import type { ReadingThread } from "./read/thread/reading-thread.ts";
import { runOverStretches, type Discharged, type Held } from "./run-in-stretches.ts";

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
  /** The engine asked for; else one is chosen by place. */
  readonly engine?: EngineName | undefined;
  /** Whether the outcome keeps the records, for those who show the episodes behind a line. */
  readonly keepsRecords?: boolean;
  /** How much is held at a time; what fits in memory where this is not said. */
  readonly held?: Partial<Held>;
  /** A thread that may read the file beside this one. */
  readonly thread?: ReadingThread | undefined;
  /** Where a Spark cluster is; null for what Spark itself is set up with. */
  readonly master?: string | null;
}

export type RunOutcome =
  | { readonly kind: "rejected"; readonly problems: readonly DataProblem[] }
  | { readonly kind: "too-many-refused"; readonly refused: RefusedRows; readonly facts: FileFacts }
  | ({ readonly kind: "stopped"; readonly stopped: Stopped; readonly dataGive: Given | undefined } & Ran)
  | ({ readonly kind: "completed"; readonly result: RunResult } & Ran);

/** Where the records of a run are many, those that are undecided are told one after another. */
export type RunResult = Omit<Completed, "undecided"> & { readonly undecided: Iterable<Undecided> };

/** What every run that came as far as its records knows. */
export interface Ran {
  readonly program: Program;
  /** Which engine computed it. */
  readonly engine?: EngineName;
  /** What the main document assumes, each once. */
  readonly assumptions: readonly string[];
  readonly options: RunOptions;
  readonly months: Months;
  readonly facts: FileFacts;
  readonly refused: RefusedRows;
  readonly warnings: readonly DataProblem[];
  /** What the steps of its lines were worked out from; absent where only amounts were asked for. */
  readonly operands?: Operands;
  /** The records of the run, where they were asked for. */
  readonly columns?: Columns;
  /** Records that were read but lie outside the months asked for. */
  readonly outsideMonths: number;
  /** First and last month in which an episode of the run was discharged; undefined where none was. */
  readonly discharged: Discharged;
}

export async function run(request: RunRequest): Promise<RunOutcome> {
  const { program } = request;
  const { options, problems } = runOptions(request.asked, program);
  if (problems.length > 0) return { kind: "rejected", problems };

  const { data: path, description } = request;
  const evaluated = withOperands(request.statistics ? program : withoutStatistics(program));
  const engine = engineFor(request.engine, path);
  if (engine === "postgres" || engine === "spark") return runInPlace(request, engine, evaluated, options);
  const { fields, registers } = evaluated;
  const asked: Asked = { path, description, fields, ...fieldsToRead([evaluated]), registers };
  const chosen: Chosen = { request, evaluated, options, engine };
  const needsRecords = engine === "duckdb" || request.keepsRecords === true;
  return needsRecords ? overAll(await readEpisodes(asked), chosen) : overStretches(asked, chosen);
}

/** What a run of a file was decided to be. */
interface Chosen {
  readonly request: RunRequest;
  readonly evaluated: Program;
  readonly options: RunOptions;
  readonly engine: "typescript" | "duckdb";
}

/** A run that holds no more than a stretch of the records at a time, where nothing asks for all of them. */
async function overStretches(asked: Asked, chosen: Chosen): Promise<RunOutcome> {
  const { request, evaluated, options } = chosen;
  const stretches = runOverStretches(evaluated, options, request.months, request.held ?? {});
  const reading = await readEpisodesInStretches(asked, { ...stretches, thread: request.thread });
  if (reading.kind === "left") return { kind: "rejected", problems: [tooManyLines(stretches.groups())] };
  if (reading.kind !== "taken") return overAll(reading, chosen);
  const { refused, facts } = reading;
  if (refused.rows.length > request.maxRefused) return { kind: "too-many-refused", refused, facts };
  const { evaluation, undecided, given, outsideMonths, discharged } = stretches.conclude();
  // What the data give for a value that is not fixed is asked of all of them.
  if (evaluation.kind === "stopped" && evaluation.reason === "not-fixed")
    return overAll(await readEpisodes(asked), chosen);
  const told = operandsApart(evaluation);
  const ran = { ...ranBy(chosen, reading), operands: told.operands, outsideMonths, discharged };
  if (told.evaluation.kind === "stopped") {
    return { kind: "stopped", stopped: told.evaluation, dataGive: undefined, ...ran };
  }
  const accounting = withRefused(told.evaluation.accounting, given, refused.rows.length);
  return { kind: "completed", result: { ...told.evaluation, undecided, accounting }, ...ran };
}

/** A run over all records of a file at once. */
async function overAll(reading: Reading, chosen: Chosen): Promise<RunOutcome> {
  if (reading.kind === "refused") return { kind: "rejected", problems: reading.problems };
  const { request, evaluated, options } = chosen;
  const { refused, facts, warnings } = reading;
  if (refused.rows.length > request.maxRefused) return { kind: "too-many-refused", refused, facts };

  const columns = within(reading.columns, request.months);
  const evaluator = evaluatorFor(evaluated);
  const fit = groupsThatFit(request.keepsRecords === true ? "reported" : "alone");
  const fitting = Math.min(request.held?.groups ?? fit, fit);
  const beyond = linesBeyond(fitting, evaluator, columns, options);
  if (beyond !== undefined) return { kind: "rejected", problems: [beyond] };
  const isInDuckDb = chosen.engine === "duckdb" && columns.count > 0;
  const answer = isInDuckDb ? await evaluateInDuckDb(evaluated, columns, options) : undefined;
  if (answer?.kind === "rejected") return { kind: "rejected", problems: [answer.problem] };
  const { evaluation, operands } = operandsApart(answer?.evaluation ?? evaluator.evaluate(columns, options));
  const ran: Ran = {
    ...ranBy(chosen, reading),
    engine: answer === undefined ? "typescript" : "duckdb",
    warnings: answer === undefined ? warnings : [...warnings, withoutNotes(engineTitle("duckdb"))],
    operands,
    ...(request.keepsRecords === true ? { columns } : {}),
    outsideMonths: reading.columns.count - columns.count,
    discharged: monthsOf(columns),
  };
  if (evaluation.kind === "stopped") {
    const dataGive = whatDataGive(evaluation, columns, ran, evaluator);
    return { kind: "stopped", stopped: evaluation, dataGive, ...ran };
  }
  const accounting = withRefused(evaluation.accounting, columns.count, refused.rows.length);
  return { kind: "completed", result: { ...evaluation, accounting }, ...ran };
}

/** What is known of a run of a file whatever its records are. */
function ranBy(
  { request, options }: Chosen,
  { facts, refused, warnings }: Pick<Ran, "facts" | "refused" | "warnings">,
): Omit<Ran, "operands" | "outsideMonths" | "discharged"> {
  const { program, months, front } = request;
  const assumptions = assumptionsOf(program.main, front);
  return { program, engine: "typescript", assumptions, options, months, facts, refused, warnings };
}

/** Data that stay where they are: nothing is read here, so that months and a proof of the file cannot be had. */
async function runInPlace(
  request: RunRequest,
  engine: "postgres" | "spark",
  evaluated: Program,
  options: RunOptions,
): Promise<RunOutcome> {
  const { program, data, months } = request;
  const isPlace = engine === "postgres" ? isPostgresAddress(data) : data.endsWith(".parquet");
  if (!isPlace) return { kind: "rejected", problems: [notWithThisEngine("--data", engineTitle(engine))] };
  if (months.from !== null || months.through !== null) {
    return { kind: "rejected", problems: [notWithThisEngine("--from, --to", engineTitle(engine))] };
  }
  const answer =
    engine === "postgres"
      ? await evaluateInPostgres(evaluated, data, options)
      : await evaluateOnSpark(evaluated, data, request.master ?? null, options);
  if (answer.kind === "rejected") return { kind: "rejected", problems: [answer.problem] };
  const { evaluation, operands } = operandsApart(answer.evaluation);
  const rows = evaluation.kind === "completed" ? evaluation.accounting.recordsIn : 0;
  const ran: Ran = {
    program,
    engine,
    assumptions: assumptionsOf(program.main, request.front),
    options,
    months,
    facts: {
      format: { kind: "parquet" },
      bytes: 0,
      sha256: "",
      rows,
      identicalRows: 0,
      absent: [],
      ignored: [],
      repeatedHour: 0,
    },
    refused: { rows: [], details: [] },
    warnings: [withoutNotes(engineTitle(engine))],
    operands,
    outsideMonths: 0,
    discharged: undefined,
  };
  if (evaluation.kind === "stopped") return { kind: "stopped", stopped: evaluation, dataGive: undefined, ...ran };
  return { kind: "completed", result: evaluation, ...ran };
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
