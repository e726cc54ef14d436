// How the ids of lines name a rule: by its document where that is another one, its name and its version.
// Rule: the reading of a version is said only where a run may hold several, because its choice changes over time.

import type { Rule } from "./ir.ts";
import type { Run } from "./run.ts";

/** Readings aside: the same for every run of a program. */
export function plainInIds({ id }: Rule, main: string): string {
  const [plain = id] = id.split("~");
  return plain.startsWith(`${main}.`) ? plain.slice(main.length + 1) : plain;
}

/** With the readings that tell the rule from another version of it in this run. */
export function ruleInIds(rule: Rule, run: Run): string {
  const open = rule.guards.filter(({ question }) => mayChange(question, run));
  return [plainInIds(rule, run.program.main), ...open.map(({ readings }) => readings[0] ?? "")].join("~");
}

function mayChange(question: string, run: Run): boolean {
  const { document, chosen } = run.questionOf(question);
  if (run.readings.has(question) || (run.wording !== null && document === run.program.main)) return false;
  return new Set(chosen.map(({ reading }) => reading)).size > 1;
}
