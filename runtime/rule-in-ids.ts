// How the ids of lines name a rule: by its document where that is another one, its name and its version.
// Rule: the reading of a version is said only where a run may hold several, because its choice changes over time.

import type { RuleCode } from "./rule-code.ts";
import { readingsByDay, type Choices, type RunState } from "./run-state.ts";

export function ruleInIds<R extends RunState>({ inIds, guards }: RuleCode<R, unknown>, choices: Choices): string {
  const open = guards.filter(({ question }) => readingsByDay(choices, question).items.length > 1);
  return [inIds, ...open.map(({ readings }) => readings[0] ?? "")].join("~");
}
