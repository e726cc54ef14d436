// A program without the rules that no reading of a run lets stand, so that nobody makes code for them.
// Rule: only whole rules fall away; what is left names the readings that it stands on, as lines do.

import type { RunOptions } from "@avtal/runtime/result";
import type { Program } from "./ir.ts";
import { select } from "./select.ts";

/** The same object where all of them may stand, and for the same rules of the same program. */
export function withRulesThatStand(program: Program, { wording, readings }: RunOptions): Program {
  const standing = new Set(select(program, { wording, readings, events: new Map() }).rules.map(({ id }) => id));
  const rules = program.rules.filter(({ id }) => standing.has(id));
  if (rules.length === program.rules.length) return program;
  const key = rules.map(({ id }) => id).join("\n");
  const made = known.get(program) ?? new Map<string, Program>();
  known.set(program, made);
  const less = made.get(key) ?? { ...program, rules: rules.map((rule) => withoutOthers(rule, standing)) };
  made.set(key, less);
  return less;
}

const known = new WeakMap<Program, Map<string, Program>>();

type Rule = Program["rules"][number];

function withoutOthers(rule: Rule, standing: ReadonlySet<string>): Rule {
  if ([...rule.insteadOf, ...rule.onTopOf].every((id) => standing.has(id))) return rule;
  return {
    ...rule,
    insteadOf: rule.insteadOf.filter((id) => standing.has(id)),
    onTopOf: rule.onTopOf.filter((id) => standing.has(id)),
  };
}
