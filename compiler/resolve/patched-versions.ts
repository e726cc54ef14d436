// The versions of a rule, a statistic or a condition: the decided text with each amendment's lines worked in.
// Rule: lines change from the amendment's first day on and come back when the amendment ends.

import type { Problem } from "../problem.ts";
import type {
  ConditionLine,
  ConditionStatement,
  PatchStatement,
  RuleLine,
  RuleStatement,
  Validity,
} from "../syntax/ast.ts";
import type { Days, Origin } from "./document.ts";
import { withReplaced, type Line } from "./line-slots.ts";
import { outsideTheAmendment } from "./problems/outside-the-amendment.ts";
import { stretchesOf, type Part, type Stretch } from "./timeline.ts";
import { firstDayOutside, plainDay } from "./validity-days.ts";

/** One version of a statement: its lines as they stand in these days. */
export interface PatchedVersion<Whole, L> {
  readonly statement: Whole;
  readonly days: Days;
  readonly origin: Origin;
  readonly lines: readonly L[];
}

export function ruleVersions(
  parts: readonly Part<RuleStatement | PatchStatement>[],
  problems: Problem[],
): readonly PatchedVersion<RuleStatement, RuleLine>[] {
  const ended: Days[] = [];
  const steps = parts.flatMap(({ layer, it }): readonly Part<WholeOrLines<RuleStatement, RuleLine>>[] => {
    if (it.kind !== "patch") return [{ layer, it: { whole: it, lines: it.lines } }];
    const { content } = it;
    if (content.kind !== "rule" && content.kind !== "statistic") return [];
    if (content.lines === "nothing") return [{ layer, it: { whole: undefined, lines: "nothing" } }];
    const lines = content.lines.filter((line) => {
      const end = endOf(line);
      if (end === undefined) return true;
      ended.push(...daysAfter(end, { layer, it }, problems));
      return false;
    });
    return lines.length === 0 ? [] : [{ layer, it: { whole: undefined, lines } }];
  });
  return versionsOf(stretchesOf(steps, ended), (lines, later) =>
    withReplaced(
      lines,
      later.map((line) => withFirstDayOf(lines, line)),
    ),
  );
}

export function conditionVersions(
  parts: readonly Part<ConditionStatement | PatchStatement>[],
): readonly PatchedVersion<ConditionStatement, ConditionLine>[] {
  const steps = parts.flatMap(({ layer, it }): readonly Part<WholeOrLines<ConditionStatement, ConditionLine>>[] => {
    if (it.kind !== "patch") return [{ layer, it: { whole: it, lines: it.lines } }];
    return it.content.kind === "condition" ? [{ layer, it: { whole: undefined, lines: it.content.lines } }] : [];
  });
  return versionsOf(stretchesOf(steps, []), withReplaced);
}

interface WholeOrLines<Whole, L> {
  readonly whole: Whole | undefined;
  readonly lines: readonly L[] | "nothing";
}

function versionsOf<Whole, L extends Line>(
  stretches: readonly Stretch<WholeOrLines<Whole, L>>[],
  replace: (lines: readonly L[], later: readonly L[]) => readonly L[],
): readonly PatchedVersion<Whole, L>[] {
  return stretches.flatMap(({ days, parts }): readonly PatchedVersion<Whole, L>[] => {
    let statement: Whole | undefined;
    let lines: readonly L[] | "nothing" = "nothing";
    for (const { it } of parts) {
      if (it.whole !== undefined || it.lines === "nothing") lines = it.lines;
      else if (lines !== "nothing") lines = replace(lines, it.lines);
      statement = it.whole ?? statement;
    }
    const last = parts.at(-1);
    if (statement === undefined || lines === "nothing" || last === undefined) return [];
    return [{ statement, days, origin: last.layer.origin, lines }];
  });
}

/** A line that only ends the rule on a date: `till och med D`, `före D`. */
function endOf(line: RuleLine): Validity | undefined {
  if (line.kind !== "validity" || line.validity.from !== undefined) return undefined;
  const { end } = line.validity;
  return end !== undefined && end.kind !== "open" && plainDay(end.at) !== undefined ? line.validity : undefined;
}

/** The days on which a rule no longer applies: from its end until the amendment that ended it itself ends. */
function daysAfter(end: Validity, { layer }: Part<PatchStatement>, problems: Problem[]): readonly Days[] {
  const from = firstDayOutside(end, problems);
  const { from: first, until } = layer.days;
  if (from === undefined) return [];
  if (until !== undefined && until <= from) {
    problems.push(outsideTheAmendment(end.span, from, layer.days));
    return [];
  }
  if (first !== undefined && from < first) problems.push(outsideTheAmendment(end.span, from, layer.days));
  return [{ from: first === undefined ? from : Math.max(from, first), until }];
}

/** An end that waits for an event keeps the first day that the rule has. */
function withFirstDayOf(lines: readonly RuleLine[], later: RuleLine): RuleLine {
  if (later.kind !== "validity" || later.validity.from !== undefined) return later;
  const from = lines.find((line) => line.kind === "validity")?.validity.from;
  return from === undefined ? later : { ...later, validity: { ...later.validity, from } };
}
