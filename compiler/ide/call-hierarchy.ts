// What uses this, and what does this need: statements and the things that they name.
// Rule: a thing is called where a statement names it, whatever reading or amendment the statement stands in.

import type { FileTree, Statement } from "../syntax/ast.ts";
import { treeOf, type Analysis } from "./analysis.ts";
import type { Call, Called, Span } from "./answers.ts";
import type { PlaceAsked } from "./definition.ts";
import { insideOf, placesOf, thingAt, thingsIn, type ThingAt } from "./things.ts";

export function calledAt({ path, offset }: PlaceAsked, analysis: Analysis): Called | undefined {
  const tree = treeOf(path, analysis);
  const thing = tree === undefined ? undefined : thingAt(tree, offset, analysis);
  return thing === undefined ? undefined : calledFrom(thing, analysis);
}

/** The statements that name the thing. */
export function callersOf(asked: PlaceAsked, analysis: Analysis): readonly Call[] {
  const tree = treeOf(asked.path, analysis);
  const thing = tree === undefined ? undefined : thingAt(tree, asked.offset, analysis);
  if (thing === undefined) return [];
  const calls = new Map<string, { readonly other: Called; readonly at: Span[] }>();
  for (const { at, declares } of placesOf(thing, analysis)) {
    const home = declares ? undefined : treeOf(at.span.file, analysis);
    const owner = home === undefined ? undefined : ownerOf(at.span, home, analysis);
    if (owner === undefined || owner.id === thing.id) continue;
    gather(owner, at.span, calls, analysis);
  }
  return [...calls.values()];
}

/** The things that the thing's own statements name. */
export function calleesOf(asked: PlaceAsked, analysis: Analysis): readonly Call[] {
  const tree = treeOf(asked.path, analysis);
  const thing = tree === undefined ? undefined : thingAt(tree, asked.offset, analysis);
  if (thing === undefined) return [];
  const calls = new Map<string, { readonly other: Called; readonly at: Span[] }>();
  for (const { at, declares } of placesOf(thing, analysis)) {
    const home = declares ? treeOf(at.span.file, analysis) : undefined;
    const statement = home === undefined ? undefined : statementAround(at.span, home);
    if (home === undefined || statement === undefined) continue;
    for (const used of thingsIn(home, analysis)) {
      const inside = used.at.span.start >= statement.span.start && used.at.span.end <= statement.span.end;
      if (inside && !used.declares && used.id !== thing.id) gather(used, used.at.span, calls, analysis);
    }
  }
  return [...calls.values()];
}

function gather(
  thing: ThingAt,
  at: Span,
  calls: Map<string, { readonly other: Called; readonly at: Span[] }>,
  analysis: Analysis,
): void {
  const known = calls.get(thing.id);
  const other = known?.other ?? calledFrom(thing, analysis);
  if (other === undefined) return;
  calls.set(thing.id, { other, at: [...(known?.at ?? []), at] });
}

/** Where the thing is given first. */
function calledFrom(thing: ThingAt, analysis: Analysis): Called | undefined {
  const first = placesOf(thing, analysis).find(({ declares }) => declares);
  const home = first === undefined ? undefined : treeOf(first.at.span.file, analysis);
  if (first === undefined || home === undefined) return undefined;
  const whole = statementAround(first.at.span, home)?.span ?? first.at.span;
  return { name: thing.name, sort: thing.sort, document: thing.document, span: whole, nameSpan: first.at.span };
}

/** The thing whose statement holds the place; a patch is its rule's. */
function ownerOf(span: Span, home: FileTree, analysis: Analysis): ThingAt | undefined {
  const statement = statementAround(span, home);
  if (statement === undefined || !("name" in statement)) return undefined;
  return thingsIn(home, analysis).find(({ at }) => at === statement.name);
}

function statementAround(span: Span, home: FileTree): Statement | undefined {
  return insideOf(home).findLast((each) => each.span.start <= span.start && span.end <= each.span.end);
}
