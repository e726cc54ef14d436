// Places that take one kind only: conditions, dates and moments.
// Rule: what is found there instead is said at the expression itself, with what would make it fit.

import type { Expression } from "../syntax/ast.ts";
import { languageAt, writtenAt, type Checking, type Place } from "./checking.ts";
import { kindOf } from "./kind-of.ts";
import { conditionNeeded } from "./problems/condition-needed.ts";
import { dateNeeded } from "./problems/date-needed.ts";
import { momentNeeded } from "./problems/moment-needed.ts";

export function needCondition(expression: Expression, place: Place, checking: Checking): void {
  const found = kindOf(expression, place, checking);
  if (found.kind === "condition" || found.kind === "unknown") return;
  const language = languageAt(expression.span, place.document);
  checking.report(
    conditionNeeded({ expression, found, language, written: writtenAt(expression.span, checking.workspace) }),
  );
}

export function needDate(expression: Expression, place: Place, checking: Checking, nameOnly = false): void {
  const found = kindOf(expression, place, checking);
  if (found.kind === "date" || found.kind === "unknown") return;
  checking.report(dateNeeded({ expression, found, language: languageAt(expression.span, place.document), nameOnly }));
}

export function needMoment(expression: Expression, place: Place, checking: Checking): void {
  const found = kindOf(expression, place, checking);
  if (found.kind === "moment" || found.kind === "unknown") return;
  checking.report(momentNeeded({ expression, found }));
}
