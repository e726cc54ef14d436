// Where a mean, sum or number with a scope of its own may stand: last in its expression, or in parentheses.
// Rule: `där` takes everything up to the end, so what an author wrote after it must really belong to it.

import type { Aggregate, Expression } from "../syntax/ast.ts";
import type { Checking } from "./checking.ts";
import { aggregateNotLast } from "./problems/aggregate-not-last.ts";
import { subexpressions, within } from "./subexpressions.ts";

export function checkAggregatePlaces(expression: Expression, checking: Checking): void {
  switch (expression.kind) {
    case "arithmetic":
    case "comparison":
      notBefore(expression.left, checking);
      break;
    case "test":
      notBefore(expression.of, checking);
      break;
    default:
      break;
  }
  for (const child of subexpressions(expression)) checkAggregatePlaces(child, checking);
}

/** What does not belong to a `där`, and what stands before it in the same calculation or comparison. */
export interface Strayed {
  readonly stray: Expression;
  readonly after: Expression | undefined;
}

/**
 * The mean, sum or number inside a `där`, which is one sign that the `där` took too much: a condition of single care
 * episodes cannot hold one. Its calculation, if it stands in one, begins after what belongs to the `där`.
 */
export function strayedInto(where: Expression): Strayed | undefined {
  for (const part of within(where)) {
    if (part.kind === "aggregate" && part.over === undefined) return { stray: part, after: undefined };
    if (part.kind === "parenthesis") continue;
    if (part.kind !== "arithmetic") continue;
    const stray = [...within(part.right)].find((inner) => inner.kind === "aggregate" && inner.over === undefined);
    if (stray?.kind === "aggregate") return { stray, after: part.left };
  }
  return undefined;
}

function notBefore(left: Expression, checking: Checking): void {
  const last = lastPart(left);
  if (last !== undefined) checking.report(aggregateNotLast({ aggregate: last }));
}

/** The aggregate with `där` or `för` that ends the expression without parentheses. */
function lastPart(expression: Expression): Aggregate | undefined {
  if (expression.kind === "aggregate") {
    if (expression.where !== undefined || expression.over !== undefined) return expression;
    return "value" in expression.of ? lastPart(expression.of.value) : undefined;
  }
  return expression.kind === "arithmetic" ? lastPart(expression.right) : undefined;
}
