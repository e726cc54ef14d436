// How many lines fit in memory, so that a run that would exhaust it ends with words instead.
// Rule: it is told before any line is made, from groups that may come to one.

import { getHeapStatistics } from "node:v8";
import type { Evaluator } from "@avtal/compiler/emit/typescript/load";
import type { Columns } from "@avtal/runtime/columns";
import type { RunOptions } from "@avtal/runtime/result";
import type { DataProblem } from "./data-problem.ts";
import { tooManyLines } from "./problems/too-many-lines.ts";

/**
 * What a group that comes to a line takes of the memory of the engine until its line is shown or written. Less was
 * measured (in this order 1.5, 3.5, 7, 2.5 and 13 kB): lines may have more steps, and collecting needs room.
 */
const bytesOfALine = {
  alone: 2_500,
  /** Where every line corrects another. */
  correcting: 6_000,
  /** In a report of the run. */
  reported: 12_000,
  /** Of each side of a comparison. */
  compared: 5_000,
  comparedInReport: 20_000,
};

/** How many groups that may come to a line fit in memory. Some of it is for everything else. */
export function groupsThatFit(run: keyof typeof bytesOfALine): number {
  return Math.floor((getHeapStatistics().heap_size_limit * 0.8) / bytesOfALine[run]);
}

/** AV9220, of a run over records that are all at hand. */
export function linesBeyond(
  fitting: number,
  evaluator: Evaluator,
  columns: Columns,
  options: RunOptions,
): DataProblem | undefined {
  if (columns.count * groupsOfARecord <= fitting) return undefined;
  const groups = evaluator.groups(columns, options);
  return groups <= fitting ? undefined : tooManyLines(groups);
}

/** A stay of this many months is rarer than runs that are not worth counting beforehand. */
const groupsOfARecord = 4;
