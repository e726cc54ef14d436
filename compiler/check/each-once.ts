// Keeps each problem once and in the order of the text.
// Rule: a line that stands in several versions or readings is one mistake of its author.

import type { Problem } from "../problem.ts";

export function eachOnce(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  const kept: Problem[] = [];
  for (const problem of problems) {
    const { file, start, end } = problem.span;
    const key = `${problem.code}\n${file}\n${start}\n${end}`;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push(problem);
  }
  return kept.sort(byPlace);
}

function byPlace(a: Problem, b: Problem): number {
  if (a.span.file !== b.span.file) return a.span.file < b.span.file ? -1 : 1;
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.code < b.code ? -1 : 1);
}
