// Applies fixes to texts: only those that can be one way alone, and never two that touch each other.

import type { Fix, Problem } from "@avtal/compiler/problem";

export interface Applied {
  /** The new text of each file that changed. */
  readonly changed: ReadonlyMap<string, string>;
  readonly count: number;
}

export function withFixes(problems: readonly Problem[], texts: ReadonlyMap<string, string>): Applied {
  const chosen: Fix[] = [];
  for (const { fixes } of problems) {
    const [only] = fixes;
    if (only === undefined || fixes.length > 1 || chosen.some((other) => touch(only, other))) continue;
    if (only.edits.every((edit) => texts.has(edit.span.file))) chosen.push(only);
  }
  const edits = chosen.flatMap((fix) => fix.edits).sort((a, b) => b.span.start - a.span.start);
  const changed = new Map<string, string>();
  for (const { span, text } of edits) {
    const now = changed.get(span.file) ?? texts.get(span.file) ?? "";
    changed.set(span.file, now.slice(0, span.start) + text + now.slice(span.end));
  }
  return { changed, count: chosen.length };
}

/** Fixes in the same place, or side by side, could undo each other. */
function touch(a: Fix, b: Fix): boolean {
  return a.edits.some((one) =>
    b.edits.some(({ span }) => span.file === one.span.file && one.span.start <= span.end && span.start <= one.span.end),
  );
}
