// Comparisons of two values: unknown where either is absent.
// Rule: only values of one kind meet here; the checker has refused everything else.

import { NOT_KNOWN } from "@avtal/runtime/columns";
import { truth, type Truth } from "@avtal/runtime/kleene";
import { compare } from "@avtal/runtime/ratio";
import { isAbsent, isSame, type Value } from "./values.ts";

export type Operator = "<" | "<=" | ">" | ">=" | "=" | "!=";

export function compareValues(operator: Operator, left: Value, right: Value): Truth {
  if (isAbsent(left) || isAbsent(right)) return NOT_KNOWN;
  switch (operator) {
    case "=":
      return truth(areEqual(left, right));
    case "!=":
      return truth(!areEqual(left, right));
    case "<":
      return truth(order(left, right) < 0);
    case "<=":
      return truth(order(left, right) <= 0);
    case ">":
      return truth(order(left, right) > 0);
    case ">=":
      return truth(order(left, right) >= 0);
  }
}

function areEqual(left: Value, right: Value): boolean {
  assertSameKind(left, right);
  return isSame(left, right);
}

/** Negative, zero or positive. An event that has not happened is later than every day. */
function order(left: Value, right: Value): number {
  assertSameKind(left, right);
  if (left.kind === "never" || right.kind === "never")
    return (left.kind === "never" ? 1 : 0) - (right.kind === "never" ? 1 : 0);
  if (left.kind === "quantity" && right.kind === "quantity") return compare(left.exact, right.exact);
  if (left.kind === "date" && right.kind === "date") return left.day - right.day;
  if (left.kind === "moment" && right.kind === "moment") return left.day - right.day || left.seconds - right.seconds;
  if (left.kind === "clock" && right.kind === "clock") return left.seconds - right.seconds;
  if (left.kind === "period" && right.kind === "period") return left.index - right.index;
  throw new Error(`A ${left.kind} has no order.`);
}

function assertSameKind(left: Value, right: Value): void {
  const kindOf = (value: Value): string => {
    if (value.kind === "never") return "date";
    return value.kind === "period" ? value.of : value.kind;
  };
  if (kindOf(left) !== kindOf(right)) throw new Error(`A ${kindOf(left)} is compared with a ${kindOf(right)}.`);
}
