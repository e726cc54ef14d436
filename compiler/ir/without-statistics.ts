// A program without its statistics, for runs in which nobody asks for figures.
// Rule: lines, groups and accounts stay as they are, since a statistic takes nothing from any rule (meaning, section 3).

import type { Program } from "./ir.ts";

/** The same object for the same program, since what is made of a program is kept by it. */
export function withoutStatistics(program: Program): Program {
  const found = known.get(program);
  if (found !== undefined) return found;
  const made = { ...program, rules: program.rules.filter(({ purpose }) => purpose.kind !== "statistic") };
  known.set(program, made);
  return made;
}

const known = new WeakMap<Program, Program>();
