// The table of contents of a comparison over data: two sides and one file in, the difference in kronor out.
// Rule: the file is read once where both sides read it alike; each side is run just as `avtal run` runs it.

import type { Field, Program, RegisterIr } from "@avtal/compiler/ir/ir";
import { canonical } from "@avtal/compiler/ir/canonical";
import { withRulesThatStand } from "@avtal/compiler/ir/rules-that-stand";
import { withoutStatistics } from "@avtal/compiler/ir/without-statistics";
import type { Columns } from "@avtal/runtime/columns";
import type { Places } from "@avtal/runtime/places";
import { dateText } from "@avtal/runtime/calendar";
import type { Payer, RunOptions } from "@avtal/runtime/result";
import { assumptionsOf } from "../assumptions.ts";
import { changesBetween } from "../changes/changes.ts";
import { changedThrough } from "../changes/changed-through.ts";
import type { Side } from "../changes/side.ts";
import type { DataProblem } from "../data-problem.ts";
import { evaluatorFor } from "../evaluator.ts";
import { groupsThatFit, linesBeyond } from "../lines-that-fit.ts";
import { monthsOf, within, type Months } from "../months.ts";
import type { DataDescription } from "../read/description.ts";
import { fieldsToRead } from "../read/needed-fields.ts";
import { readEpisodes, type Reading } from "../read/episodes.ts";
import type { CountedRun } from "../result-json.ts";
import { whatDataGive, withRefused, type RunOutcome } from "../run.ts";
import { attributionOf } from "./attribution.ts";
import { besideRuns } from "./beside-runs.ts";
import type { Attribution, ComparedSide, Comparison, Mode } from "./comparison.ts";
import { movementsBetween } from "./movements.ts";
import { payersIn, sumOf } from "./sums.ts";

export interface CompareRequest {
  readonly a: Side;
  readonly b: Side;
  readonly mode: Mode;
  readonly data: string;
  readonly description: DataDescription;
  readonly months: Months;
  readonly maxRefused: number;
  readonly attribution: Attribution["method"];
  /** Last day of the months that were already charged; null where that is not said. */
  readonly chargedThrough: number | null;
  /** Whether both runs keep their groups, for those who show what stands behind a line: there may be one an episode. */
  readonly keepsGroups?: boolean;
  /** How many groups of a side may come to a line; what fits in memory where this is not said. */
  readonly fittingGroups?: number;
}

export type CompareOutcome =
  | { readonly kind: "rejected"; readonly problems: readonly DataProblem[] }
  | (RunOutcome & { readonly kind: "too-many-refused" })
  /** A value that a side needs is not known; what the run of that side says of it. */
  | { readonly kind: "stopped"; readonly side: Side; readonly outcome: RunOutcome & { readonly kind: "stopped" } }
  | {
      readonly kind: "completed";
      readonly comparison: Comparison;
      /** The records of either side's run, for those who show the episodes behind a line. */
      readonly columns: { readonly a: Columns; readonly b: Columns };
    };

export async function compare(request: CompareRequest): Promise<CompareOutcome> {
  const { a, b, mode, maxRefused } = request;
  const readings = await readForBoth(request);
  if (readings.kind === "rejected") return readings;
  const { a: readA, b: readB } = readings;
  for (const { refused, facts } of [readA, readB]) {
    if (refused.rows.length > maxRefused) return { kind: "too-many-refused", refused, facts };
  }
  const columnsA = within(readA.columns, request.months);
  const columns = { a: columnsA, b: readA === readB ? columnsA : within(readB.columns, request.months) };
  const sideA = ran(a, { ...request, reading: readA, columns: columns.a });
  if (sideA.kind === "rejected") return sideA;
  if (sideA.kind === "stopped") return { kind: "stopped", side: a, outcome: sideA };
  const sideB = ran(b, { ...request, reading: readB, columns: columns.b });
  if (sideB.kind === "rejected") return sideB;
  if (sideB.kind === "stopped") return { kind: "stopped", side: b, outcome: sideB };
  const [ranA, ranB] = [sideA.run, sideB.run];
  const payers = new Map([...sideB.payers, ...sideA.payers]);

  const { changes, units, mixing } = changesBetween({ a, b, mode, chargedThrough: request.chargedThrough });
  const attribution = attributionOf(request.attribution, {
    units,
    mixing,
    a,
    b,
    ranA: { lines: ranA.result.lines, places: sideA.places },
    ranB: { lines: ranB.result.lines, places: sideB.places },
    payers,
    columns,
  });
  const comparison: Comparison = {
    mode,
    a: comparedSide(a, ranA),
    b: comparedSide(b, ranB),
    changes,
    ...besideRuns(ranA.result, ranB.result, payers),
    moved: movementsBetween({ columns: columns.a, places: sideA.places }, { columns: columns.b, places: sideB.places }),
    attribution,
  };
  return { kind: "completed", comparison, columns };
}

type Read = Reading & { readonly kind: "read" };

/** One reading for both sides where their vocabularies agree on what both have; else one each. */
async function readForBoth({
  a,
  b,
  data,
  description,
}: CompareRequest): Promise<
  | { readonly kind: "rejected"; readonly problems: readonly DataProblem[] }
  | { readonly kind: "read"; readonly a: Read; readonly b: Read }
> {
  const asked = (first: Program, second: Program): Parameters<typeof readEpisodes>[0] => ({
    path: data,
    description,
    fields: joined(first.fields, second.fields),
    ...fieldsToRead([withFieldsOf(first, second), withFieldsOf(second, first)]),
    registers: joined(first.registers, second.registers),
  });
  const [ofA, ofB] = [asked(a.program, b.program), asked(b.program, a.program)];
  const readingA = await readEpisodes(ofA);
  if (readingA.kind === "refused") return { kind: "rejected", problems: readingA.problems };
  if (sameVocabulary(ofA, ofB)) return { kind: "read", a: readingA, b: readingA };
  const readingB = await readEpisodes(ofB);
  if (readingB.kind === "refused") return { kind: "rejected", problems: readingB.problems };
  return { kind: "read", a: readingA, b: readingB };
}

/** Without statistics, which no comparison asks for, and with the vocabulary of both. */
function withFieldsOf(program: Program, other: Program): Program {
  return { ...withoutStatistics(program), fields: joined(program.fields, other.fields) };
}

function joined<T extends { readonly id: string }>(first: readonly T[], second: readonly T[]): readonly T[] {
  const ids = new Set(first.map(({ id }) => id));
  return [...first, ...second.filter(({ id }) => !ids.has(id))];
}

interface Vocabulary {
  readonly fields: readonly Field[];
  readonly registers: readonly RegisterIr[];
}

function sameVocabulary(a: Vocabulary, b: Vocabulary): boolean {
  const text = ({ fields, registers }: Vocabulary): string =>
    canonical([...fields.map((field) => ({ ...field, doc: null })), ...registers].map((one) => [one.id, one]).sort());
  return text(a) === text(b);
}

interface Running extends Pick<CompareRequest, "mode" | "months" | "keepsGroups" | "fittingGroups"> {
  readonly reading: Read;
  readonly columns: Columns;
}

type RanSide =
  | (CompareOutcome & { readonly kind: "rejected" })
  | (RunOutcome & { readonly kind: "stopped" })
  | {
      readonly kind: "ran";
      readonly run: CountedRun;
      readonly places: Places;
      /** Of every group and line, by code. */
      readonly payers: ReadonlyMap<string, Payer>;
    };

function ran(side: Side, running: Running): RanSide {
  const { mode, months, reading, columns } = running;
  const { readings, events, values, wording } = side;
  const program = wording !== null && mode === "in-force" ? changedThrough(side, wording) : side.program;
  const options: RunOptions = {
    wording: wording !== null && mode === "counterfactual" ? dateText(wording) : null,
    readings,
    events,
    values,
  };
  const evaluator = evaluatorFor(withRulesThatStand(withoutStatistics(program), options));
  const fitting =
    running.fittingGroups ?? groupsThatFit(running.keepsGroups === true ? "comparedInReport" : "compared");
  const beyond = linesBeyond(fitting, evaluator, columns, options);
  if (beyond !== undefined) return { kind: "rejected", problems: [beyond] };
  const { evaluation, places } = evaluator.withPlaces(columns, options);
  const { facts, refused, warnings } = reading;
  const known = {
    program,
    assumptions: assumptionsOf(program.main, side.front),
    options,
    months,
    facts,
    refused,
    warnings,
    outsideMonths: reading.columns.count - columns.count,
    discharged: monthsOf(columns),
  };
  if (evaluation.kind === "stopped") {
    const dataGive = whatDataGive(evaluation, columns, known, evaluator);
    return { kind: "stopped", stopped: evaluation, dataGive, ...known };
  }
  const accounting = withRefused(evaluation.accounting, columns.count, refused.rows.length);
  const { lines, figures, notCharged, notes } = evaluation;
  const groups = running.keepsGroups === true ? evaluation.groups : [];
  const result: CountedRun["result"] = { kind: "completed", lines, groups, figures, notCharged, notes, accounting };
  const payers = new Map([...places.payers, ...payersIn({ lines, groups: [] })]);
  return { kind: "ran", run: { kind: "completed", result, ...known }, places, payers };
}

function comparedSide(side: Side, run: CountedRun): ComparedSide {
  return {
    label: side.label,
    agreement: side.program.main,
    wording: side.wording === null ? null : dateText(side.wording),
    base: side.base,
    run,
    total: sumOf(run.result.lines),
  };
}
