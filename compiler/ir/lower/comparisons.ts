// Comparisons: which operator a word is, and which side of a moment is compared.
// Rule: a moment meets a clock time by its clock and a date by its date; two moments are compared as they are.

import type { FrontEnd } from "../../compile.ts";
import type { Kind } from "../../check/kind.ts";
import type { Comparison, Expression } from "../../syntax/ast.ts";
import type { Expr } from "../ir.ts";
import { kindAt } from "./kinds.ts";

export function lowerComparison(expression: Comparison, lower: (part: Expression) => Expr, front: FrontEnd): Expr {
  const leftKind = kindAt(expression.left, front);
  const rightKind = kindAt(expression.right, front);
  return {
    kind: "compare",
    operator: operators[expression.operator],
    left: toMeet(rightKind, lower(expression.left), leftKind),
    right: toMeet(leftKind, lower(expression.right), rightKind),
  };
}

/** A moment as its date; anything else as it is. */
export function asDate(expr: Expr, kind: Kind): Expr {
  return kind.kind === "moment" ? { kind: "dateOf", of: expr } : expr;
}

function toMeet(other: Kind, expr: Expr, kind: Kind): Expr {
  if (kind.kind !== "moment") return expr;
  if (other.kind === "clock") return { kind: "clockOf", of: expr };
  return other.kind === "date" ? { kind: "dateOf", of: expr } : expr;
}

const operators = {
  exceeds: ">",
  fallsBelow: "<",
  atLeast: ">=",
  atMost: "<=",
  is: "=",
  isNot: "!=",
  before: "<",
  after: ">",
  noLaterThan: "<=",
  noEarlierThan: ">=",
} as const satisfies Readonly<Record<Comparison["operator"], string>>;
