// Where a name is given, and where quoted words stand in their source.
// Rule: the decided text comes first, then what amendments and readings say anew.

import { treeOf, type Analysis } from "./analysis.ts";
import type { Occurrence, Target } from "./answers.ts";
import { citedStretch, isReference } from "./hover-citation.ts";
import { nodesAt } from "./nodes.ts";
import { quotedStretch } from "./quoted-stretch.ts";
import { sourceOf } from "./source-texts.ts";
import { insideOf, placesOf, thingAt } from "./things.ts";

export interface PlaceAsked {
  readonly path: string;
  readonly offset: number;
}

export function definitionsAt({ path, offset }: PlaceAsked, analysis: Analysis): readonly Target[] {
  const tree = treeOf(path, analysis);
  if (tree === undefined) return [];
  const thing = thingAt(tree, offset, analysis);
  if (thing !== undefined) {
    return placesOf(thing, analysis).flatMap(({ at, declares }) =>
      declares ? [{ kind: "text" as const, span: at.span, whole: wholeAround(at.span, analysis) }] : [],
    );
  }
  const reference = nodesAt(tree, offset).findLast(isReference);
  if (reference === undefined) return [];
  const source = sourceOf(reference, tree, analysis);
  if (source === undefined) return [];
  const exact = reference.quote === undefined ? undefined : quotedStretch(reference, source.text);
  const stretch = exact ?? citedStretch(reference, source.text);
  return stretch === undefined ? [] : [{ kind: "source", file: source.file, start: stretch.start, end: stretch.end }];
}

/** Every place that is about what stands at the offset. */
export function occurrencesAt({ path, offset }: PlaceAsked, analysis: Analysis): readonly Occurrence[] {
  const tree = treeOf(path, analysis);
  const thing = tree === undefined ? undefined : thingAt(tree, offset, analysis);
  if (thing === undefined) return [];
  return placesOf(thing, analysis).map(({ at, declares }) => ({ span: at.span, declares }));
}

function wholeAround(
  span: Target extends infer T ? (T extends { readonly whole: infer S } ? S : never) : never,
  analysis: Analysis,
) {
  const tree = treeOf(span.file, analysis);
  const around =
    tree === undefined
      ? []
      : insideOf(tree).filter((each) => each.span.start <= span.start && span.end <= each.span.end);
  return around.at(-1)?.span ?? span;
}
