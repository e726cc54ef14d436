// What can be done about a problem, or with the text at hand: the compiler's own fixes, then those that need a wider look.

import type { Problem } from "../problem.ts";
import type { Analysis } from "./analysis.ts";
import type { Fix, Span } from "./answers.ts";
import { furtherFixes } from "./further-fixes.ts";

export interface RepairOf {
  readonly problem: Problem;
  readonly fix: Fix;
  /** True where there is only one way to repair it. */
  readonly only: boolean;
}

/** Whether a problem stands where the span is, its borders among it. */
export function touches({ file, start, end }: Span): (problem: Problem) => boolean {
  return ({ span }) => span.file === file && span.start <= end && span.end >= start;
}

export function repairsOf(problems: readonly Problem[], analysis: Analysis): readonly RepairOf[] {
  return problems.flatMap((problem) => {
    const fixes = [...problem.fixes, ...(problem.fixes.length > 0 ? [] : furtherFixes(problem, analysis))];
    return fixes.map((fix) => ({ problem, fix, only: fixes.length === 1 }));
  });
}
