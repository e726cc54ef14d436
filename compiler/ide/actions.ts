// What can be done about a problem, or with the text at hand: the compiler's own fixes, then those that need a wider look.

import type { Problem } from "../problem.ts";
import { meaningOf, type Analysis } from "./analysis.ts";
import type { Fix, Span } from "./answers.ts";
import { furtherFixes } from "./further-fixes.ts";

export interface RepairOf {
  readonly problem: Problem;
  readonly fix: Fix;
  /** True where there is only one way to repair it. */
  readonly only: boolean;
}

/** Repairs of the problems that touch the span. */
export function repairsAt(span: Span, analysis: Analysis): readonly RepairOf[] {
  const all = analysis.problems.length > 0 ? analysis.problems : meaningOf(analysis).problems;
  return repairsOf(
    all.filter(
      (problem) => problem.span.file === span.file && problem.span.start <= span.end && problem.span.end >= span.start,
    ),
    analysis,
  );
}

export function repairsOf(problems: readonly Problem[], analysis: Analysis): readonly RepairOf[] {
  return problems.flatMap((problem) => {
    const fixes = [...problem.fixes, ...(problem.fixes.length > 0 ? [] : furtherFixes(problem, analysis))];
    return fixes.map((fix) => ({ problem, fix, only: fixes.length === 1 }));
  });
}
