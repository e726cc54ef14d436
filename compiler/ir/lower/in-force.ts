// When something is in force, as a condition over the decision date.
// Rule: `till och med D` holds on D and `före D` does not; an event that never happens is later than every day.

import type { Document, Days } from "../../resolve/document.ts";
import type { Name, TimePoint, Validity } from "../../syntax/ast.ts";
import type { Expr } from "../ir.ts";
import type { Gathering } from "./gathering.ts";
import { namedDate } from "./named-kinds.ts";
import { ofRecord } from "./standing.ts";

export const always: Expr = { kind: "truth", holds: "yes" };

/** A whole document: its days, and the event that it presupposes. */
export function documentInForce({ name, validity }: Document, gathered: Gathering): Expr {
  const event = validity.presupposes;
  const happened = event === undefined ? [] : [onOrAfter(time(event, name, gathered))];
  return all([...daysInForce(validity.days), ...happened]);
}

/** From the day that the event happens; null where the document waits for none. */
export function mayCharge({ name, validity }: Document, gathered: Gathering): Expr | null {
  return validity.dormantUntil === undefined ? null : onOrAfter(time(validity.dormantUntil, name, gathered));
}

/** A validity line, within the days for which the text around it stands. */
export function validityInForce(validity: Validity | undefined, days: Days, scope: string, gathered: Gathering): Expr {
  const { from, end } = validity ?? { from: undefined, end: undefined };
  const begins = from === undefined ? [] : [onOrAfter(time(from, scope, gathered))];
  const ends: Expr[] = [];
  if (end?.kind === "before") ends.push(compared("<", time(end.at, scope, gathered)));
  if (end?.kind === "through") ends.push(through(time(end.at, scope, gathered)));
  return all([...daysInForce(days), ...begins, ...ends]);
}

function daysInForce({ from, until }: Days): readonly Expr[] {
  const begins = from === undefined ? [] : [onOrAfter({ kind: "date", day: from })];
  const ends = until === undefined ? [] : [compared("<", { kind: "date", day: until })];
  return [...begins, ...ends];
}

function time(point: TimePoint | Name, scope: string, gathered: Gathering): Expr {
  switch (point.kind) {
    case "date":
      if (point.day === undefined) throw new Error("An accepted validity has a day that does not exist.");
      return { kind: "date", day: point.day };
    case "name":
      return namedDate(point, ofRecord(scope), gathered);
    case "firstOf":
      return { kind: "least", of: point.of.map((each) => time(each, scope, gathered)) };
    case "lastOf":
      return { kind: "greatest", of: point.of.map((each) => time(each, scope, gathered)) };
  }
}

/** `till och med 2021-06-30` and `före 2021-07-01` are one and the same. */
function through(last: Expr): Expr {
  return last.kind === "date" ? compared("<", { kind: "date", day: last.day + 1 }) : compared("<=", last);
}

function onOrAfter(date: Expr): Expr {
  return compared(">=", date);
}

function compared(operator: "<" | "<=" | ">=", right: Expr): Expr {
  return { kind: "compare", operator, left: { kind: "decisionDate" }, right };
}

function all(conditions: readonly Expr[]): Expr {
  const [first, ...others] = conditions;
  if (first === undefined) return always;
  return others.length === 0 ? first : { kind: "and", of: conditions };
}
