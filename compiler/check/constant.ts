// The value of an expression that is made of literals only.
// Rule: exact fractions; undefined as soon as anything must be looked up.

import { dividedBy, minus, plus, ratio, times, type Ratio } from "@avtal/runtime/ratio";
import type { Expression } from "../syntax/ast.ts";

/** In the unit as written: kronor, days, per cent as a hundredth. */
export function constantOf(expression: Expression): Ratio | undefined {
  switch (expression.kind) {
    case "number":
      return expression.unit === "percent" ? percent(expression.digits) : decimal(expression.digits);
    case "parenthesis":
      return expression.per === undefined ? constantOf(expression.of) : undefined;
    case "arithmetic": {
      const [left, right] = [constantOf(expression.left), constantOf(expression.right)];
      if (left === undefined || right === undefined) return undefined;
      if (expression.operator === "/") return right.over === 0n ? undefined : dividedBy(left, right);
      return { "+": plus, "-": minus, "*": times }[expression.operator](left, right);
    }
    default:
      return undefined;
  }
}

function decimal(digits: string): Ratio {
  const [whole, fraction = ""] = digits.split(".");
  return ratio(BigInt(`${whole ?? "0"}${fraction}`), 10n ** BigInt(fraction.length));
}

function percent(digits: string): Ratio {
  return dividedBy(decimal(digits), ratio(100n));
}
