// Whether two rules can be proved never to take the same record; where they cannot, their order may mean something.

import type { Program, Rule } from "../../ir/ir.ts";
import { effortFor, readingsIn, solve } from "./solve.ts";
import { takingIn } from "./takes.ts";

/** For the rules of one program. No also where it is only too much to look at. */
export function provablyApart(program: Program): (first: Rule, second: Rule) => boolean {
  const { takes } = takingIn(program, "any");
  const search = { readingsOf: readingsIn(program), wanted: 1, effort: effortFor(400_000) };
  return (first, second) => {
    const both = [first, second].map(takes);
    return solve({ kind: "and", of: both }, search).kind === "impossible";
  };
}
