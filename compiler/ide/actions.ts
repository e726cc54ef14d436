// What can be done about a problem, or with the text at hand: the compiler's own fixes, then those that need a wider look.

import type { Problem } from "../problem.ts";
import type { Analysis } from "./analysis.ts";
import type { Fix, Span } from "./answers.ts";
import { furtherFixes } from "./further-fixes.ts";

export interface RepairOf {
  readonly problem: Problem;
  readonly fix: Fix;
  /** True where the problem itself has only this repair: then it is the likely one, whatever else is offered. */
  readonly only: boolean;
}

/** Whether a problem stands where the span is, its borders among it. */
export function touches({ file, start, end }: Span): (problem: Problem) => boolean {
  return ({ span }) => span.file === file && span.start <= end && span.end >= start;
}

export function repairsOf(problems: readonly Problem[], analysis: Analysis): readonly RepairOf[] {
  return problems.flatMap((problem) => {
    const own = problem.fixes;
    const further = own.length > 0 && problem.code !== unknownName ? [] : furtherFixes(problem, analysis);
    const [first] = own.length > 0 ? own : further;
    const isOnly = (own.length > 0 ? own : further).length === 1;
    return [...own, ...further].map((fix) => ({ problem, fix, only: isOnly && fix === first }));
  });
}

/** A name that comes near another may be a slip, or one that is still to be given. */
const unknownName = "AV2001";
