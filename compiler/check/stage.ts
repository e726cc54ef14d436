// When each expression is worked out: per care episode or day, per group, once for a decision, or as a row of a value.
// Rule: an expression reads only what exists at its stage; each name that does not is said where it stands.

import type { Aggregate, Comparison, Expression, Name } from "../syntax/ast.ts";
import { declarationOf, type Checking } from "./checking.ts";
import { attributeIsKey, builtInOf, nameStandsAlone, type Group } from "./group.ts";
import { aggregateOutsideGroup } from "./problems/aggregate-outside-group.ts";
import { careDaysOfEpisodes } from "./problems/care-days-of-episodes.ts";
import { dayOutsideDayRule } from "./problems/day-outside-day-rule.ts";
import { differsWithinGroup } from "./problems/differs-within-group.ts";
import { innerGroupMisplaced } from "./problems/inner-group-misplaced.ts";
import { monthsInARowMisplaced } from "./problems/months-in-a-row-misplaced.ts";
import { ownScopeInRule } from "./problems/own-scope-in-rule.ts";
import { periodOfWhat } from "./problems/period-of-what.ts";
import { rowReadsRecord } from "./problems/row-reads-record.ts";
import { stepBeforeGroup } from "./problems/step-before-group.ts";
import { bare, subexpressions } from "./subexpressions.ts";

export type Stage =
  /** Of one care episode, or of one of its days. */
  | { readonly kind: "record"; readonly day: boolean }
  | { readonly kind: "group"; readonly group: Group }
  /** The formula of a measured value: over all data, once. */
  | { readonly kind: "measured" }
  /** A row of a value, or what a measured value was fixed to. */
  | { readonly kind: "row" };

export function checkStage(expression: Expression, stage: Stage, checking: Checking): void {
  switch (expression.kind) {
    case "name":
      return checkName(expression, stage, checking);
    case "aggregate":
      return checkAggregate(expression, stage, checking);
    case "attribute":
      if (stage.kind === "group" && attributeIsKey(expression, stage.group, checking)) return;
      return checkStage(expression.of, stage, checking);
    case "parenthesis":
      if (expression.per !== undefined) checking.report(innerGroupMisplaced({ per: expression.per }));
      return checkStage(expression.of, stage, checking);
    case "comparison":
      if (expression.monthsInARow !== undefined) checkMonthsInARow(expression, stage, checking);
      break;
    default:
      break;
  }
  for (const child of subexpressions(expression)) checkStage(child, stage, checking);
}

function checkName(name: Name, stage: Stage, checking: Checking): void {
  const declaration = declarationOf(name, checking);
  if (declaration === undefined) return;
  const builtIn = declaration.kind === "builtIn" ? declaration.builtIn : undefined;
  switch (stage.kind) {
    case "record":
      if (declaration.kind === "step") checking.report(stepBeforeGroup({ name }));
      else if (builtIn === "theDay" && !stage.day) checking.report(dayOutsideDayRule({ name }));
      else if (isPeriod(builtIn)) checking.report(periodOfWhat({ name }));
      return;
    case "group":
      if (nameStandsAlone(name, stage.group, checking)) return;
      if (isPeriod(builtIn)) checking.report(periodOfWhat({ name }));
      else if (builtIn === "theDay" && !stage.group.ofDays) checking.report(dayOutsideDayRule({ name }));
      else checking.report(differsWithinGroup({ name, keys: stage.group.keys }));
      return;
    case "measured":
    case "row":
      if (isOfRecord(declaration.kind) || builtIn === "theDay") {
        checking.report(rowReadsRecord({ name, measured: stage.kind === "measured" }));
      } else if (isPeriod(builtIn)) checking.report(periodOfWhat({ name }));
  }
}

function isPeriod(builtIn: string | undefined): boolean {
  return builtIn === "monthOf" || builtIn === "quarterOf" || builtIn === "yearOf";
}

function isOfRecord(kind: string): boolean {
  return kind === "field" || kind === "term" || kind === "condition" || kind === "step";
}

function checkAggregate(aggregate: Aggregate, stage: Stage, checking: Checking): void {
  const { over } = aggregate;
  switch (stage.kind) {
    case "record":
      checking.report(aggregateOutsideGroup({ aggregate, place: "record" }));
      break;
    case "group":
      if (over !== undefined) checking.report(ownScopeInRule({ aggregate }));
      else if (aggregate.of.function === "countDays" && !stage.group.ofDays) {
        checking.report(careDaysOfEpisodes({ aggregate }));
      }
      break;
    case "measured":
      if (over === undefined) checking.report(aggregateOutsideGroup({ aggregate, place: "measured" }));
      break;
    case "row":
      checking.report(aggregateOutsideGroup({ aggregate, place: "row" }));
  }
  const days =
    over?.kind === "days" || (stage.kind === "group" && stage.group.ofDays) || (stage.kind === "record" && stage.day);
  if (over?.kind === "days") {
    checkStage(over.from.at, { kind: "record", day: false }, checking);
    checkStage(over.to.at, { kind: "record", day: false }, checking);
  }
  const inner: Stage = { kind: "record", day: days };
  if ("value" in aggregate.of) checkCounted(aggregate.of.value, inner, stage, checking);
  if (aggregate.where !== undefined && !checking.misread.has(aggregate)) checkStage(aggregate.where, inner, checking);
}

/** What is summed: something of each record, or one figure of each inner group, `(genomsnitt av x per k)`. */
function checkCounted(value: Expression, inner: Stage, outer: Stage, checking: Checking): void {
  if (value.kind !== "parenthesis" || value.per === undefined) return checkStage(value, inner, checking);
  const figure = bare(value.of);
  if (figure.kind !== "aggregate" || figure.over !== undefined) {
    checking.report(innerGroupMisplaced({ per: value.per }));
    return;
  }
  if ("value" in figure.of) checkStage(figure.of.value, inner, checking);
  if (figure.where !== undefined) checkStage(figure.where, inner, checking);
  if (value.per.of !== undefined) checkStage(value.per.of, inner, checking);
  else if (outer.kind !== "group" && isPeriod(builtInOf(value.per.name, checking))) {
    checking.report(periodOfWhat({ name: value.per.name }));
  }
}

function checkMonthsInARow(comparison: Comparison, stage: Stage, checking: Checking): void {
  const monthly = stage.kind === "group" && stage.group.keys.some((key) => builtInOf(key.name, checking) === "monthOf");
  if (!monthly) checking.report(monthsInARowMisplaced({ comparison, inGroup: stage.kind === "group" }));
}
