// The table of contents of the checker: every question that is asked of the documents once their names are known.
// Rule: each question lies in a file of its own and adds problems; none depends on another's.

import type { Problem } from "../problem.ts";
import type { Bindings } from "../resolve/bindings.ts";
import type { Documents } from "../resolve/document.ts";
import type { Expression } from "../syntax/ast.ts";
import type { Workspace } from "../workspace.ts";
import type { Checking } from "./checking.ts";
import { kindsOfDocument } from "./kinds-of-documents.ts";
import type { Kind } from "./kind.ts";
import type { Kinds } from "./kinds.ts";
import { allExpressions } from "./all-expressions.ts";
import { checkAggregatePlaces } from "./aggregate-place.ts";
import { checkAmounts } from "./amounts.ts";
import { checkCircles } from "./circular.ts";
import { checkDivisions } from "./division.ts";
import { checkRowAmounts } from "./row-amounts.ts";
import { checkRuleLines } from "./rule-lines.ts";
import { checkTables } from "./tables.ts";
import { checkDecidedDays } from "./decided-days.ts";
import { checkRuleDays } from "./rule-days.ts";
import { checkValueCoverage } from "./value-coverage.ts";
import { checkChoicesMade } from "./choices-made.ts";
import { checkCitations } from "./citations.ts";
import { checkCitationsMissing } from "./citations-missing.ts";
import { checkLawNumbers } from "./law-numbers.ts";
import { checkWeekdays } from "./weekdays.ts";
import { stagesOfDocument } from "./stages-of-documents.ts";
import { eachOnce } from "./each-once.ts";

export function check(input: {
  readonly documents: Documents;
  readonly bindings: Bindings;
  readonly workspace: Workspace;
  /** The documents to look at, where what was found of the others still holds; undefined looks at all. */
  readonly among?: ReadonlySet<string>;
}): { readonly kinds: Kinds; readonly problems: readonly Problem[] } {
  const problems: Problem[] = [];
  const checking: Checking = {
    ...input,
    kindOf: new Map<Expression, Kind>(),
    kindOfDeclared: new Map(),
    underWay: new Set(),
    misread: new Set(),
    report: (problem) => problems.push(problem),
  };
  const among = [...input.documents.values()].filter(({ name }) => input.among?.has(name) !== false);
  for (const document of among) {
    kindsOfDocument(document, checking);
  }
  for (const document of among) {
    stagesOfDocument(document, checking);
    for (const { expression } of allExpressions(document, input.documents)) checkAggregatePlaces(expression, checking);
    checkTables(document, checking);
    checkRuleLines(document, checking);
    checkAmounts(document, checking);
    checkDivisions(document, checking);
    checkRowAmounts(document, checking);
    checkValueCoverage(document, checking);
    checkRuleDays(document, checking);
    checkDecidedDays(document, checking);
    checkWeekdays(document, checking);
    checkChoicesMade(document, checking);
    checkCitationsMissing(document, checking);
    checkCitations(document, checking);
    checkLawNumbers(document, checking);
  }
  checkCircles(among, checking);
  return { kinds: { kindOf: checking.kindOf }, problems: eachOnce(problems) };
}
