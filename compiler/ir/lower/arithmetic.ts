// Plus, minus, times and divided by: between amounts, or a date or moment moved by one.

import type { FrontEnd } from "../../compile.ts";
import type { Expression } from "../../syntax/ast.ts";
import type { Expr } from "../ir.ts";
import { asDate } from "./comparisons.ts";
import { kindAt } from "./kinds.ts";

export function lowerArithmetic(
  expression: Expression & { kind: "arithmetic" },
  lower: (part: Expression) => Expr,
  document: string,
  front: FrontEnd,
): Expr {
  const { operator } = expression;
  const left = lower(expression.left);
  const right = lower(expression.right);
  if (isTime(expression.left, front)) return moved(expression.left, left, expression.right, right);
  if (isTime(expression.right, front)) return moved(expression.right, right, expression.left, left);
  return { kind: "arithmetic", operator, left, right };

  function moved(timeWritten: Expression, time: Expr, byWritten: Expression, amount: Expr): Expr {
    const timeKind = kindAt(timeWritten, front);
    const kind = kindAt(byWritten, front);
    if (kind.kind !== "quantity" || (operator !== "+" && operator !== "-")) {
      throw new Error("A date is moved by something that is no amount.");
    }
    const by: Expr = operator === "-" ? { kind: "negate", of: amount } : amount;
    if (kind.dimension.hour !== 0) return { kind: "addHours", moment: time, hours: by };
    const date = asDate(time, timeKind);
    return kind.dimension.weekday !== 0
      ? { kind: "addWeekdays", date, weekdays: by, document }
      : { kind: "addDays", date, days: by };
  }
}

function isTime(expression: Expression, front: FrontEnd): boolean {
  const kind = kindAt(expression, front).kind;
  return kind === "date" || kind === "moment";
}
