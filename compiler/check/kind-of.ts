// The kind of every expression: what sort of thing it is and in which unit.
// Rule: each expression that is looked at gets an entry, broken ones too; `unknown` is silent, so one mistake is said once.

import type { Expression } from "../syntax/ast.ts";
import { type Checking, type Place } from "./checking.ts";
import type { Kind } from "./kind.ts";
import { aggregateKind } from "./kind-of-aggregate.ts";
import { arithmeticKind } from "./kind-of-arithmetic.ts";
import { atKind, attributeKind } from "./kind-of-attribute.ts";
import { ifKind, listKind } from "./kind-of-choice.ts";
import { comparisonKind } from "./kind-of-comparison.ts";
import { numberKind, textKind } from "./kind-of-literal.ts";
import { nameKind } from "./kind-of-name.ts";
import { needCondition, needDate, needMoment } from "./needed-kind.ts";
import { quantity } from "./quantity.ts";

/**
 * Finds the kind of `expression` and of everything in it. `expected` is what its surroundings would like; only
 * literals that can be read in several ways listen to it: `"Stockholm"` as a payer, `2020` as a year.
 */
export function kindOf(expression: Expression, place: Place, checking: Checking, expected?: Kind): Kind {
  const found = find(expression, place, checking, expected);
  checking.kindOf.set(expression, found);
  return found;
}

function find(expression: Expression, place: Place, checking: Checking, expected: Kind | undefined): Kind {
  switch (expression.kind) {
    case "number":
      return numberKind(expression, checking, expected);
    case "date":
      return expression.day === undefined ? { kind: "unknown" } : { kind: "date" };
    case "month":
      return { kind: "month" };
    case "clock":
      return expression.seconds === undefined ? { kind: "unknown" } : { kind: "clock" };
    case "text":
      return textKind(expression, checking, expected);
    case "name":
      return nameKind(expression, place, checking, expected);
    case "parenthesis":
      if (expression.per?.of !== undefined) {
        attributeKind({ ...expression.per, kind: "attribute", of: expression.per.of }, place, checking);
      }
      return kindOf(expression.of, place, checking, expected);
    case "at":
      return atKind(expression, place, checking);
    case "attribute":
      return attributeKind(expression, place, checking);
    case "aggregate":
      return aggregateKind(expression, place, checking);
    case "extreme":
      return listKind(expression, place, checking, expected);
    case "span":
      needDate(expression.from.at, place, checking);
      needDate(expression.to.at, place, checking);
      return quantity(expression.counts === "calendarDays" ? "days" : "weekdays", true);
    case "begunDays":
      needMoment(expression.from, place, checking);
      needMoment(expression.to, place, checking);
      return quantity("careDays", true);
    case "arithmetic":
      return arithmeticKind(expression, place, checking);
    case "comparison":
      return comparisonKind(expression, place, checking);
    case "test":
      if (expression.test === "isWeekday") needDate(expression.of, place, checking);
      else kindOf(expression.of, place, checking);
      return { kind: "condition" };
    case "not":
      needCondition(expression.of, place, checking);
      return { kind: "condition" };
    case "and":
    case "or":
      needCondition(expression.left, place, checking);
      needCondition(expression.right, place, checking);
      return { kind: "condition" };
    case "if":
      return ifKind(expression, place, checking, expected);
    case "missing":
      return { kind: "unknown" };
  }
}
