// Places where no date has decided yet which row of a value applies: the ends of a day rule's span, and measured values.
// Also: values of another document that begin later than the rule that reads them.
// Rule: there the author says the day with `vid`; elsewhere the rule's `följer` decides.

import type { Document, RuleText } from "../resolve/document.ts";
import type { Expression } from "../syntax/ast.ts";
import { expressionsOfLine } from "./all-expressions.ts";
import type { Checking } from "./checking.ts";
import { datedReads } from "./dated-reads.ts";
import { daysOfRule } from "./rule-days.ts";
import { dayNotSaid } from "./problems/day-not-said.ts";
import { valueBeginsLater } from "./problems/value-begins-later.ts";

export function checkDecidedDays(document: Document, checking: Checking): void {
  for (const versions of document.measured.values()) {
    for (const { it } of versions) refuseUndecided(it.formula, "measured", checking);
  }
  for (const rule of document.rules) {
    for (const { line } of rule.lines) {
      if (line.kind === "scope" && line.scope.kind === "days") {
        refuseUndecided(line.scope.from.at, "end", checking);
        refuseUndecided(line.scope.to.at, "end", checking);
      }
      if (line.kind === "follows") refuseUndecided(line.date, "follows", checking);
    }
    checkLateValues(rule, document, checking);
  }
}

/** Where the day is missing: see the message of each. */
export type Undecided = "measured" | "end" | "follows";

function refuseUndecided(expression: Expression, where: Undecided, checking: Checking): void {
  for (const read of datedReads(expression, checking)) checking.report(dayNotSaid({ read, where }));
}

function checkLateValues(rule: RuleText, document: Document, checking: Checking): void {
  const first = daysOfRule(rule, document).from;
  if (first === undefined) return;
  for (const { line } of rule.lines) {
    for (const expression of expressionsOfLine(line)) {
      for (const read of datedReads(expression, checking)) {
        const begins = read.text.rows[0]?.days.from;
        if (read.id.startsWith(`${document.name}.`) || begins === undefined || begins <= first) continue;
        checking.report(valueBeginsLater({ rule, read, first, begins }));
      }
    }
  }
}
