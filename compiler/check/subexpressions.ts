// The expressions directly inside an expression, in written order.
// Rule: one list of children serves every question that looks at whole expressions.

import type { Expression } from "../syntax/ast.ts";

export function subexpressions(expression: Expression): readonly Expression[] {
  switch (expression.kind) {
    case "parenthesis":
      return expression.per?.of === undefined ? [expression.of] : [expression.of, expression.per.of];
    case "at":
      return [expression.of, expression.at];
    case "attribute":
    case "test":
    case "not":
      return [expression.of];
    case "aggregate": {
      const value = "value" in expression.of ? [expression.of.value] : [];
      const ends = expression.over?.kind === "days" ? [expression.over.from.at, expression.over.to.at] : [];
      const where = expression.where === undefined ? [] : [expression.where];
      return [...value, ...ends, ...where];
    }
    case "extreme":
      return expression.of;
    case "span":
      return [expression.from.at, expression.to.at];
    case "begunDays":
      return [expression.from, expression.to];
    case "arithmetic":
    case "comparison":
    case "and":
    case "or":
      return [expression.left, expression.right];
    case "if":
      return expression.otherwise === undefined
        ? [expression.then, expression.condition]
        : [expression.then, expression.condition, expression.otherwise];
    case "number":
    case "date":
    case "month":
    case "clock":
    case "text":
    case "name":
    case "missing":
      return [];
  }
}

/** The expression and everything in it, outermost first. */
export function* within(expression: Expression): Generator<Expression> {
  yield expression;
  for (const child of subexpressions(expression)) yield* within(child);
}

/** The expression without the parentheses around it. */
export function bare(expression: Expression): Expression {
  return expression.kind === "parenthesis" && expression.per === undefined ? bare(expression.of) : expression;
}
