// What is selected when a selection grows: word, expression, line, statement, file.

import { treeOf, type Analysis } from "./analysis.ts";
import type { Span } from "./answers.ts";
import type { PlaceAsked } from "./definition.ts";
import { nodesAt } from "./nodes.ts";

/** From the smallest to the whole file; each holds the one before it. */
export function selectionsAt({ path, offset }: PlaceAsked, analysis: Analysis): readonly Span[] {
  const tree = treeOf(path, analysis);
  if (tree === undefined) return [];
  const spans: Span[] = [];
  for (const { span } of [...nodesAt(tree, offset)].reverse()) {
    const last = spans.at(-1);
    const grows = last === undefined || (span.start <= last.start && span.end >= last.end && !isSame(span, last));
    if (grows && span.end > span.start) spans.push({ ...span, file: path });
  }
  return [...spans, tree.span];
}

function isSame(a: Span, b: Span): boolean {
  return a.start === b.start && a.end === b.end;
}
