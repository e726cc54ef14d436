// Calculating: amounts whose units add, multiply and cancel, and dates that are moved by whole days.
// Rule: units that differ never add; a date moves by whole days, because half a day later is no date.

import type { Expression } from "../syntax/ast.ts";
import { languageAt, unknown, type Checking, type Place } from "./checking.ts";
import type { Kind } from "./kind.ts";
import { kindOf } from "./kind-of.ts";
import { cannotCalculate } from "./problems/cannot-calculate.ts";
import { unitMissing } from "./problems/unit-missing.ts";
import { unitsDoNotAdd } from "./problems/units-do-not-add.ts";
import { wholeNeeded } from "./problems/whole-needed.ts";
import { product, quotient, sameUnit, sum, type Quantity } from "./quantity.ts";
import { bareNumber } from "./bare-number.ts";

export type Arithmetic = Extract<Expression, { kind: "arithmetic" }>;

export function arithmeticKind(expression: Arithmetic, place: Place, checking: Checking): Kind {
  const left = kindOf(expression.left, place, checking);
  const right = kindOf(expression.right, place, checking);
  if (left.kind === "date" || left.kind === "moment") return movedKind(expression, left, right, checking);
  if (left.kind === "unknown" || right.kind === "unknown") return unknown;
  if (left.kind !== "quantity" || right.kind !== "quantity") {
    checking.report(cannotCalculate({ expression, left, right }));
    return unknown;
  }
  if (expression.operator === "*") return product(left, right);
  if (expression.operator === "/") return quotient(left, right);
  return sum(left, right) ?? differentUnits(expression, left, right, place, checking);
}

/** A date plus or minus days, a date plus weekdays, a moment plus or minus hours. */
function movedKind(expression: Arithmetic, from: Kind, by: Kind, checking: Checking): Kind {
  if (by.kind === "unknown") return from;
  if (by.kind !== "quantity" || !moves(from, by, expression.operator)) {
    checking.report(cannotCalculate({ expression, left: from, right: by }));
    return unknown;
  }
  if (!by.whole) checking.report(wholeNeeded({ amount: expression.right, found: by, moved: from }));
  return from;
}

function moves(from: Kind, by: Quantity, operator: Arithmetic["operator"]): boolean {
  if (operator !== "+" && operator !== "-") return false;
  const { money, day, weekday, hour } = by.dimension;
  if (money !== 0) return false;
  if (from.kind === "moment") return hour === 1 && day === 0 && weekday === 0;
  if (hour !== 0) return false;
  return (day === 1 && weekday === 0) || (day === 0 && weekday === 1 && operator === "+");
}

function differentUnits(
  expression: Arithmetic,
  left: Quantity,
  right: Quantity,
  place: Place,
  checking: Checking,
): Kind {
  const language = languageAt(expression.span, place.document);
  for (const [side, other] of [
    [expression.right, left],
    [expression.left, right],
  ] as const) {
    const literal = bareNumber(side);
    if (literal === undefined || sameUnit(left, right)) continue;
    checking.report(unitMissing({ literal, needed: other, language }));
    return other;
  }
  checking.report(unitsDoNotAdd({ expression, left, right }));
  return unknown;
}
