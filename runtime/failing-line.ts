// Which line of the conditions of a rule is no: the reason that a record is not charged.
// Rule: the innermost one; where a line asks for a `villkor` that fails, the first failing line inside it.

import type { RecordOnDay } from "./absent-facts.ts";
import { NO } from "./columns.ts";
import { bodyOn, linesOn } from "./dated-values.ts";
import type { LineCode } from "./evaluator-code.ts";
import type { Reason } from "./record-account.ts";
import type { RunState } from "./run-state.ts";

/** `lines` hold a line that is no; `otherwise` is the clause of the rule around them. */
export function firstFailing<R extends RunState>(
  lines: readonly LineCode<R>[],
  otherwise: string,
  run: R,
  at: RecordOnDay,
): Reason {
  const line = failingAmong(lines, run, at);
  if (line === undefined) throw new Error("A condition is no, but none of its lines is.");
  const clause = line.clause ?? otherwise;
  const inner = failingInside(line, run, at);
  if (inner === undefined) return { says: line.says, clause };
  const innerClause = inner.line.clause ?? inner.clause ?? "";
  return { says: inner.line.says, clause: innerClause === "" ? clause : innerClause };
}

function failingAmong<R extends RunState>(
  lines: readonly LineCode<R>[],
  run: R,
  at: RecordOnDay,
): LineCode<R> | undefined {
  return linesOn(lines, run.choices, at.day).find((line) => line.holds(run, at.record, at.day, at.theDay) === NO);
}

interface Inner<R extends RunState> {
  readonly line: LineCode<R>;
  /** Of the `villkor` around the line. */
  readonly clause: string | null;
}

function failingInside<R extends RunState>({ asks }: LineCode<R>, run: R, at: RecordOnDay): Inner<R> | undefined {
  const body = asks === null ? undefined : bodyOn(asks, run.choices, at.day)?.body;
  if (asks === null || body?.kind !== "condition") return undefined;
  const line = failingAmong(body.lines, run, at);
  return line === undefined ? undefined : (failingInside(line, run, at) ?? { line, clause: asks.clause });
}
