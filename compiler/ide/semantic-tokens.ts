// The colours of names: what each stands for, and whether a doubt hangs on it.
// Rule: words of the language are coloured by their own grammar; here only names.

import { treeOf, type Analysis } from "./analysis.ts";
import type { ColouredName } from "./answers.ts";
import { thingsIn, type ThingAt } from "./things.ts";

export function colouredNames(path: string, analysis: Analysis): readonly ColouredName[] {
  const tree = treeOf(path, analysis);
  if (tree === undefined) return [];
  return thingsIn(tree, analysis).map((thing) => ({
    span: thing.at.span,
    sort: thing.sort,
    declares: thing.declares,
    doubtful: isDoubtful(thing, analysis),
  }));
}

/** A question whose choice nobody has decided. */
function isDoubtful({ sort, document, name }: ThingAt, { front }: Analysis): boolean {
  if (sort !== "question") return false;
  const chosen = front.documents.get(document)?.questions.get(name)?.chosen.at(-1);
  return chosen === undefined || chosen.preliminary;
}
