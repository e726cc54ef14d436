// The two ends of a span, changed together where they say the same thing: `(räknas)` at both, or one name in both.
// Rule: only equal words are linked, so that nothing is changed that was not seen.

import { keywords } from "@avtal/grammar/keywords";
import type { SpanEnd } from "../syntax/ast.ts";
import { textOf, treeOf, type Analysis } from "./analysis.ts";
import type { Span } from "./answers.ts";
import type { PlaceAsked } from "./definition.ts";
import { isWritten, nodesAt, type Written } from "./nodes.ts";

/** Both places, or none. */
export function linkedAt({ path, offset }: PlaceAsked, analysis: Analysis): readonly Span[] {
  const tree = treeOf(path, analysis);
  if (tree === undefined) return [];
  const around = nodesAt(tree, offset).findLast(isSpan);
  if (around === undefined) return [];
  const text = textOf(path, analysis);
  const pairs = [
    [around.from.at.span, around.to.at.span],
    [saidIn(around.from, text), saidIn(around.to, text)],
  ];
  for (const [first, second] of pairs) {
    if (first === undefined || second === undefined) continue;
    const equal = text.slice(first.start, first.end) === text.slice(second.start, second.end);
    const inside = [first, second].some(({ start, end }) => offset >= start && offset <= end);
    if (equal && inside && first.start !== second.start) return [first, second];
  }
  return [];
}

interface TwoEnds {
  readonly from: SpanEnd;
  readonly to: SpanEnd;
}

function isSpan(node: Written): node is Written & TwoEnds {
  return "from" in node && "to" in node && isWritten(node.from) && isWritten(node.to) && "counted" in node.from;
}

/** Where an end says `(räknas)` or `(räknas inte)`. */
function saidIn({ at, span }: SpanEnd, text: string): Span | undefined {
  const written = text.slice(at.span.end, span.end);
  const start = written.indexOf("(");
  const isSaid = [keywords.counted, keywords.notCounted].some((word) =>
    [word.sv, word.en].includes(written.slice(start)),
  );
  return start >= 0 && isSaid ? { ...span, start: at.span.end + start } : undefined;
}
