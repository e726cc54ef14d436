// What is shown where the pointer rests: what a name is and is worth, what a keyword says, which day a date is.
// Rule: "today" is handed in; the words of the parties are marked as theirs.

import type { Analysis } from "./analysis.ts";
import type { Hover, HoverPart } from "./answers.ts";
import { citedPart } from "./hover-citation.ts";
import { dateParts } from "./hover-date.ts";
import { keywordAt } from "./keyword-at.ts";
import { nodesAt } from "./nodes.ts";
import { aboutThing } from "./about-thing.ts";
import { thingAt } from "./things.ts";
import { treeOf } from "./analysis.ts";

export interface HoverAsked {
  readonly path: string;
  readonly offset: number;
  /** Days since 1970-01-01. */
  readonly today: number;
}

export function hoverAt(asked: HoverAsked, analysis: Analysis): Hover | undefined {
  const tree = treeOf(asked.path, analysis);
  if (tree === undefined) return undefined;
  const nodes = nodesAt(tree, asked.offset);
  const innermost = nodes.at(-1);
  if (innermost?.kind === "date" && "day" in innermost && typeof innermost.day === "number") {
    return { span: innermost.span, parts: dateParts(innermost.day, tree, analysis) };
  }
  const thing = thingAt(tree, asked.offset, analysis);
  if (thing !== undefined) return { span: thing.at.span, parts: aboutThing(thing, asked.today, analysis) };
  const cited = citedPart(nodes, tree, analysis);
  if (cited !== undefined) return cited;
  const keyword = keywordAt(asked.path, asked.offset, analysis);
  if (keyword === undefined) return undefined;
  const parts: HoverPart[] = [
    { kind: "code", text: keyword.spelling },
    { kind: "words", words: keyword.help },
  ];
  return { span: keyword.span, parts };
}
