// Whether two rules can be proved never to take the same record; where they cannot, their order may mean something.

import type { Program, Rule } from "../../ir/ir.ts";
import { readingsIn, solve } from "./solve.ts";
import { takingIn } from "./takes.ts";

/** For the rules of one program. No also where it is only too much to look at. */
export function provablyApart(program: Program): (first: Rule, second: Rule) => boolean {
  const { takes } = takingIn(program, "any");
  const readingsOf = readingsIn(program);
  return (first, second) => {
    const both = [first, second].map(takes);
    return solve({ kind: "and", of: both }, { readingsOf, wanted: 1 }).kind === "impossible";
  };
}
