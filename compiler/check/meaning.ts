// What only the finished meaning shows: rules that meet, rules that nothing reaches.
// Rule: a problem is said only when it is proved, with the case that shows it; each document is judged in its own program.

import type { FrontEnd } from "../compile.ts";
import { assertInvariants } from "../ir/invariants.ts";
import type { Program } from "../ir/ir.ts";
import type { Problem } from "../problem.ts";

export function checkMeaning(programs: ReadonlyMap<string, Program>, front: FrontEnd): readonly Problem[] {
  for (const program of programs.values()) {
    if (front.documents.has(program.main)) assertInvariants(program);
  }
  return [];
}
