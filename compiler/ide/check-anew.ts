// Checks again only the documents that a change can have touched: those whose files are others, and whoever uses them.
// Rule: what is kept is what checking everything would find again; where that is not certain, everything is checked.

import { eachOnce } from "../check/each-once.ts";
import { check } from "../check/from-bindings.ts";
import type { Kinds } from "../check/kinds.ts";
import type { FrontEnd } from "../compile.ts";
import type { Problem } from "../problem.ts";
import type { Analysis } from "./analysis.ts";
import { untouchedFiles } from "./touched.ts";

interface Checked {
  readonly kinds: Kinds;
  readonly problems: readonly Problem[];
}

export function checkAnew(
  front: Omit<FrontEnd, "kinds">,
  among: ReadonlySet<string> | undefined,
  before: Analysis | undefined,
): Checked {
  if (before === undefined || among === undefined) return check(front);
  const anew = check({ ...front, among });
  const kept = untouchedFiles(front.trees, among);
  const kindOf = new Map(anew.kinds.kindOf);
  for (const [expression, kind] of before.front.kinds.kindOf) {
    if (kept.has(expression.span.file) && !kindOf.has(expression)) kindOf.set(expression, kind);
  }
  // A document that does not use the changed one has the problems that it had.
  const found = anew.problems.filter(({ span }) => !kept.has(span.file));
  const standing = before.rules.filter(({ span }) => kept.has(span.file));
  return { kinds: { kindOf }, problems: eachOnce([...found, ...standing]) };
}
