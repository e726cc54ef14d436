// Says of every expression at which stage it is worked out, and has it checked there.
// Rule: rows and measured values know no record, terms and conditions know one, steps and amounts know a group.

import type { Document, GuardedLine, RuleText } from "../resolve/document.ts";
import type { RuleLine } from "../syntax/ast.ts";
import type { Checking } from "./checking.ts";
import { cellsOf } from "./definitions.ts";
import { groupsOf, looksAtDays } from "./group.ts";
import { checkStage, type Stage } from "./stage.ts";

export function stagesOfDocument(document: Document, checking: Checking): void {
  const record: Stage = { kind: "record", day: false };
  for (const { statement, rows } of document.values.values()) {
    for (const expression of statement.dependsOn) checkStage(expression, record, checking);
    for (const { it } of rows) for (const cell of cellsOf(it)) checkStage(cell, { kind: "row" }, checking);
  }
  for (const versions of document.measured.values()) {
    for (const { it } of versions) {
      checkStage(it.formula, { kind: "measured" }, checking);
      if (it.fixed.kind === "fixed") checkStage(it.fixed.value, { kind: "row" }, checking);
    }
  }
  for (const versions of document.terms.values()) {
    for (const { it } of versions) checkStage(it.definition, record, checking);
  }
  for (const versions of document.conditions.values()) {
    for (const { lines } of versions) {
      for (const { line } of lines) if (line.kind !== "nothing") checkStage(line.condition, record, checking);
    }
  }
  for (const rule of document.rules) for (const line of rule.lines) stageOfLine(line, rule, checking);
}

function stageOfLine({ line, guard }: GuardedLine<RuleLine>, rule: RuleText, checking: Checking): void {
  const record: Stage = { kind: "record", day: looksAtDays(rule, guard) };
  switch (line.kind) {
    case "scope":
      if (line.scope.kind === "days") {
        checkStage(line.scope.from.at, { kind: "record", day: false }, checking);
        checkStage(line.scope.to.at, { kind: "record", day: false }, checking);
      }
      if (line.scope.where !== undefined) checkStage(line.scope.where, record, checking);
      return;
    case "requires":
      return checkStage(line.condition, record, checking);
    case "follows":
      return checkStage(line.date, record, checking);
    case "per":
      for (const key of line.keys) if (key.of !== undefined) checkStage(key.of, record, checking);
      return;
    case "payment":
    case "step":
    case "when":
    case "invoicer":
      for (const group of groupsOf(rule, guard, checking)) {
        for (const expression of groupExpressions(line)) checkStage(expression, { kind: "group", group }, checking);
      }
      return;
    default:
      return;
  }
}

function groupExpressions(line: Extract<RuleLine, { kind: "payment" | "step" | "when" | "invoicer" }>) {
  switch (line.kind) {
    case "payment":
      return [line.from, line.to];
    case "step":
      return [line.value];
    case "when":
      return [line.condition];
    case "invoicer":
      return [line.by];
  }
}
