// Whether two rules can be proved never to take the same record; where they cannot, their order may mean something.

import type { Program, Rule } from "../../ir/ir.ts";
import { readingsIn, solve } from "./solve.ts";
import { takes } from "./takes.ts";

/** False also where it is only too much to look at. */
export function areProvablyApart(first: Rule, second: Rule, program: Program): boolean {
  const both = [takes(first, program, "any"), takes(second, program, "any")];
  return solve({ kind: "and", of: both }, { readingsOf: readingsIn(program), wanted: 1 }).kind === "impossible";
}
