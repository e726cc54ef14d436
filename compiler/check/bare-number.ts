// Finds a number that was written without its unit, the commonest slip where a unit is needed.

import type { Expression, NumberLiteral } from "../syntax/ast.ts";

export function bareNumber(expression: Expression): NumberLiteral | undefined {
  if (expression.kind === "parenthesis" && expression.per === undefined) return bareNumber(expression.of);
  return expression.kind === "number" && expression.unit === undefined ? expression : undefined;
}
