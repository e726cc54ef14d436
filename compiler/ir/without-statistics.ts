// A program without its statistics, for runs in which nobody asks for figures.
// Rule: lines, groups and accounts stay as they are, since a statistic takes nothing from any rule (meaning, section 3).

import type { Program } from "./ir.ts";

export function withoutStatistics(program: Program): Program {
  return { ...program, rules: program.rules.filter(({ purpose }) => purpose.kind !== "statistic") };
}
