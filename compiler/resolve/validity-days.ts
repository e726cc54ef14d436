// The days that a validity of a document or an amendment gives: from a first day, up to but not including an end.
// Rule: these are decided in dates. What waits for an event says so with `förutsätter` or in the rule concerned.

import type { Problem } from "../problem.ts";
import type { TimePoint, Validity } from "../syntax/ast.ts";
import type { Day, Days } from "./document.ts";
import { backwardsValidity } from "./problems/backwards-validity.ts";
import { validityNotInDates } from "./problems/validity-not-in-dates.ts";

export function daysOf(validity: Validity, problems: Problem[]): Days {
  const from = validity.from === undefined ? undefined : dayAt(validity.from, problems);
  const until = firstDayOutside(validity, problems);
  if (from !== undefined && until !== undefined && until <= from) {
    problems.push(backwardsValidity(validity, from, until));
    return { from, until: undefined };
  }
  return { from, until };
}

/** The first day outside a validity's end, where the end is a date; undefined for an open one. */
export function firstDayOutside(validity: Validity, problems: Problem[]): Day | undefined {
  const { end } = validity;
  if (end === undefined || end.kind === "open") return undefined;
  const day = dayAt(end.at, problems);
  return day === undefined || end.kind === "before" ? day : day + 1;
}

/** The day of a time point that is a plain date. */
export function plainDay(point: TimePoint): Day | undefined {
  return point.kind === "date" ? point.day : undefined;
}

function dayAt(point: TimePoint, problems: Problem[]): Day | undefined {
  if (point.kind === "date") return point.day;
  problems.push(validityNotInDates(point));
  return undefined;
}
