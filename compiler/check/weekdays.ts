// Weekdays are counted only in a document that has said which days are not.
// Rule: nothing is taken for granted about Saturdays, Midsummer Eve or any other day.

import type { Document } from "../resolve/document.ts";
import type { Expression } from "../syntax/ast.ts";
import { allExpressions } from "./all-expressions.ts";
import type { Checking } from "./checking.ts";
import { weekdaysNotSaid } from "./problems/weekdays-not-said.ts";
import { within } from "./subexpressions.ts";

export function checkWeekdays(document: Document, checking: Checking): void {
  for (const { expression, home } of allExpressions(document, checking.documents)) {
    if (home.head.lines.some((line) => line.kind === "weekdaysExcept")) continue;
    const first = [...within(expression)].find((part) => countsWeekdays(part, checking));
    if (first === undefined) continue;
    checking.report(weekdaysNotSaid({ at: first.span, document: home }));
    return;
  }
}

function countsWeekdays(part: Expression, checking: Checking): boolean {
  if (part.kind === "span") return part.counts === "weekdays";
  if (part.kind === "test") return part.test === "isWeekday";
  if (part.kind !== "arithmetic") return false;
  const by = checking.kindOf.get(part.right);
  return checking.kindOf.get(part.left)?.kind === "date" && by?.kind === "quantity" && by.dimension.weekday === 1;
}
