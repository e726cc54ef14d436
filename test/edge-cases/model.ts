// The edge cases' models as programs, and short ways to run them over a few notices and discharges.

import { join } from "node:path";
import { columnsFromRecords, type PlainRecord, type RecordRefusal } from "@avtal/runtime/records";
import { kronorText } from "@avtal/runtime/money";
import { ratioText } from "@avtal/runtime/ratio";
import type { Completed, RunOptions } from "@avtal/runtime/result";
import type { Program } from "@avtal/compiler/ir/ir";
import { recordFields } from "../harness/columns-from-csv.ts";
import { compileFolder } from "../harness/compile-folder.ts";
import { runOnEveryTarget } from "../harness/run-targets.ts";

const folders = [join(import.meta.dirname, "../../agreements/national"), join(import.meta.dirname, "models")];

export function programNamed(document: "dagräkning" | "snitt" | "individuell"): Program {
  return compileFolder(folders, document);
}

/** Notice and discharge as they stand in a file; other columns where a case is about them. */
export function episode(id: string, notice: string, discharge: string, more: PlainRecord = {}): PlainRecord {
  return { id, municipality: "0126", ready_notice_at: notice, discharged_at: discharge, ...more };
}

export function run(
  program: Program,
  records: readonly PlainRecord[],
  readings: Record<string, string> = {},
): Completed {
  const read = columnsFromRecords(recordFields(program), records);
  if (read.refusals.length > 0) throw new Error(`Refused: ${JSON.stringify(read.refusals)}`);
  const evaluation = runOnEveryTarget(program, read.columns, optionsWith(readings));
  if (evaluation.kind === "stopped") throw new Error(`Stopped for want of ${evaluation.value}`);
  return evaluation;
}

export function refusalsOf(program: Program, records: readonly PlainRecord[]): readonly RecordRefusal[] {
  return columnsFromRecords(recordFields(program), records).refusals;
}

/** The days of each episode, by its id. */
export function daysOf(result: Completed): Record<string, string> {
  return Object.fromEntries(
    result.figures.map((figures) => [figures.keys.episode ?? "", figureText(figures.figures[0])]),
  );
}

/** Period, quantity and amount of each line. */
export function linesOf(result: Completed): string[][] {
  return result.lines.map((line) => [
    line.keys.period,
    line.quantity === null ? "" : ratioText(line.quantity),
    kronorText(line.amount),
  ]);
}

function figureText(figure: Completed["figures"][number]["figures"][number] | undefined): string {
  if (figure?.value.kind !== "quantity") throw new Error("An episode without a number of days.");
  return ratioText(figure.value.exact);
}

function optionsWith(readings: Record<string, string>): RunOptions {
  return { wording: null, readings: new Map(Object.entries(readings)), events: new Map(), values: [] };
}
