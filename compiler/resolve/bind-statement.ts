// Binds every name in a statement, as it was written: in the decided text, in an amendment, in a reading.
// Rule: a line sees the steps of its whole rule, whoever wrote them, and stands under its reading.

import type {
  Cell,
  ConditionLine,
  Definition,
  FieldLine,
  HeadLine,
  PatchStatement,
  QuestionStatement,
  RuleLine,
  Statement,
  Text,
  Name,
  ValueRow,
  ValueStatement,
} from "../syntax/ast.ts";
import { bindEnds, bindExpression, bindKey } from "./bind-expression.ts";
import {
  bindAs,
  bindCitations,
  bindDayName,
  bindDocument,
  bindKind,
  bindQuestion,
  bindValidity,
} from "./bind-references.ts";
import { bindTableKeys } from "./bind-table-keys.ts";
import { bindValue } from "./bind-value.ts";
import { bind, stepsOf, type Binder, type Place } from "./binder.ts";
import { choiceFieldOfKind } from "./choice-fields.ts";
import type { Guard } from "./document.ts";
import type { ChoiceOf } from "./scope.ts";

export function bindStatement(statement: Statement, place: Place, binder: Binder): void {
  switch (statement.kind) {
    case "source":
      return;
    case "uses":
      for (const name of statement.documents) bindDocument(name, binder);
      return;
    case "record":
    case "register":
      for (const field of statement.fields) bindField(field, place, binder);
      return;
    case "event":
    case "leftOut":
      return bindCitations(statement.cites, place, binder);
    case "question":
      return bindQuestionStatement(statement, place, binder);
    case "patch":
      return bindPatch(statement, place, binder);
    default:
      return bindDefinition(statement, place, binder);
  }
}

export function bindHeadLine(line: HeadLine, place: Place, binder: Binder): void {
  bindCitations(line.cites, place, binder);
  switch (line.kind) {
    case "code":
    case "notice":
    case "interpreter":
      return;
    case "validity":
      return bindValidity(line.validity, place, binder);
    case "otherwise":
      return bindDocument(line.document, binder);
    case "dormantUntil":
    case "presupposes":
      return bindAs(line.event, "event", place, binder);
    case "weekdaysExcept":
      for (const day of line.days) bindDayName(day, place, binder);
  }
}

function bindField({ type }: FieldLine, place: Place, binder: Binder): void {
  if (type.kind !== "kind") return;
  bindKind(type.of, place, binder);
  if (type.from !== undefined) bindAs(type.from, "register", place, binder);
}

function bindDefinition(statement: Definition, place: Place, binder: Binder): void {
  switch (statement.kind) {
    case "value":
      return bindValueStatement(statement, place, binder);
    case "measured": {
      const here = underTag(statement.question, place, binder);
      const expected = choiceFieldOfKind(statement.type, place.scope);
      bindKind(statement.type, place, binder);
      bindCitations(statement.cites, place, binder);
      bindExpression(statement.formula, here, expected, binder);
      if (statement.fixed.kind === "notKnown") return;
      bindExpression(statement.fixed.value, here, expected, binder);
      return bindCitations(statement.fixed.cites, place, binder);
    }
    case "term": {
      const here = underTag(statement.question, place, binder);
      bindKind(statement.type, place, binder);
      bindCitations(statement.cites, place, binder);
      return bindExpression(statement.definition, here, choiceFieldOfKind(statement.type, place.scope), binder);
    }
    case "condition":
      bindCitations(statement.cites, place, binder);
      return bindConditionLines(statement.lines, place, binder);
    case "rule":
    case "statistic":
      bindCitations(statement.cites, place, binder);
      if (statement.like !== undefined) bindAs(statement.like, "rule", place, binder);
      return bindRuleLines(statement.name.text, statement.lines, place, binder);
  }
}

function bindValueStatement(value: ValueStatement, place: Place, binder: Binder): void {
  const expected = choiceFieldOfKind(value.type, place.scope);
  bindKind(value.type, place, binder);
  for (const choice of value.dependsOn) bindExpression(choice, place, undefined, binder);
  const here = underTag(value.question, place, binder);
  const dependsOn = value.dependsOn.length > 0 ? value.dependsOn : dependenceOf(value.name, place);
  for (const row of value.rows) bindRow(row, { dependsOn, expected }, here, binder);
}

/** Rows in an amendment need not say again what the value depends on. */
function dependenceOf({ text }: Name, { scope }: Place): ValueStatement["dependsOn"] {
  return scope.document.values.get(text)?.statement.dependsOn ?? [];
}

interface CellsOf {
  readonly dependsOn: ValueStatement["dependsOn"];
  readonly expected: ChoiceOf | undefined;
}

function bindRow(row: ValueRow, { dependsOn, expected }: CellsOf, place: Place, binder: Binder): void {
  const here = underTag(row.question, place, binder);
  bindCitations(row.cites, place, binder);
  const bindCell = (cell: Cell): void => {
    if (cell.kind !== "notKnown") bindExpression(cell, here, expected, binder);
  };
  if (row.content.kind === "cell") return bindCell(row.content.cell);
  for (const { keys, cell } of row.content.rows) {
    bindTableKeys(keys, dependsOn, here, binder);
    bindCell(cell);
  }
}

function bindConditionLines(lines: readonly ConditionLine[], place: Place, binder: Binder): void {
  for (const line of lines) {
    const here = underTag(line.question, place, binder);
    bindCitations(line.cites, place, binder);
    if (line.kind !== "nothing") bindExpression(line.condition, here, undefined, binder);
  }
}

function bindRuleLines(rule: string, lines: readonly RuleLine[], place: Place, binder: Binder): void {
  const inRule: Place = { ...place, steps: stepsOf(rule, place.scope) };
  for (const line of lines) bindRuleLine(line, underTag(line.question, inRule, binder), binder);
}

function bindRuleLine(line: RuleLine, place: Place, binder: Binder): void {
  bindCitations(line.cites, place, binder);
  switch (line.kind) {
    case "insteadOf":
    case "onTopOf":
      for (const rule of line.rules) bindAs(rule, "rule", place, binder);
      return;
    case "validity":
      return bindValidity(line.validity, place, binder);
    case "scope":
      if (line.scope.kind === "days") bindEnds(line.scope.from, line.scope.to, withoutSteps(place), binder);
      if (line.scope.where !== undefined) bindExpression(line.scope.where, withoutSteps(place), undefined, binder);
      return;
    case "requires":
      return bindExpression(line.condition, withoutSteps(place), undefined, binder);
    case "follows":
      return bindValue(line.date, withoutSteps(place), undefined, binder);
    case "per":
      for (const key of line.keys) bindKey(key, { ...place, steps: undefined }, binder);
      return;
    case "payment":
      bindExpression(line.from, place, undefined, binder);
      return bindParty(line.to, place, binder);
    case "step":
      return bindExpression(line.value, place, undefined, binder);
    case "when":
      return bindExpression(line.condition, place, undefined, binder);
    case "round":
      bindRounded(line.name, place, binder);
      if (line.to.kind === "whole") bind(line.to.unit, { kind: "builtIn", builtIn: "unit" }, binder);
      return;
    case "invoicer":
      return bindParty(line.by, place, binder);
    case "noCharge":
    case "triggers":
    case "notModelled":
    case "nothing":
      return;
  }
}

/** What is decided for each record, before there are groups, knows nothing of the steps but that they come later. */
function withoutSteps(place: Place): Place {
  return { ...place, steps: undefined, laterSteps: place.steps };
}

function bindParty(party: Text | Name, place: Place, binder: Binder): void {
  if (party.kind === "name") bindValue(party, place, undefined, binder);
}

function bindRounded(name: Name, place: Place, binder: Binder): void {
  const step = place.steps?.get(name.text);
  if (step !== undefined && name.document === undefined) bind(name, step.declaration, binder);
  else bindAs(name, "step", place, binder);
}

function bindQuestionStatement(question: QuestionStatement, place: Place, binder: Binder): void {
  bindQuestion(question.name, place, binder);
  bindCitations(question.cites, place, binder);
  const { document } = place.scope;
  const asked = document.questions.get(question.name.text)?.statement ?? question;
  for (const reading of question.readings) {
    if (reading.content.kind !== "replaced") continue;
    const guard: Guard = { document: document.name, question: question.name.text, readings: [reading.name.text] };
    for (const by of reading.content.by) bindStatement(by, { ...place, guard }, binder);
  }
  const chosen = question.chosen?.reading;
  const reading = asked.readings.find((each) => each.name.text === chosen?.text);
  if (chosen === undefined || reading === undefined) return;
  bind(chosen, { kind: "reading", document: document.name, question: asked, reading }, binder);
}

function bindPatch({ name, content }: PatchStatement, place: Place, binder: Binder): void {
  switch (content.kind) {
    case "agreement":
      for (const line of content.lines) bindHeadLine(line, place, binder);
      return;
    case "condition":
      bindPatched(name, place, binder);
      if (content.lines !== "nothing") bindConditionLines(content.lines, place, binder);
      return;
    case "rule":
    case "statistic":
      bindPatched(name, place, binder);
      if (content.lines !== "nothing") bindRuleLines(name.text, content.lines, place, binder);
  }
}

/** A patch of nothing was reported when the text was put together. */
function bindPatched(name: Name, { scope }: Place, binder: Binder): void {
  const thing = scope.own.get(name.text);
  if (thing !== undefined) bind(name, thing.declaration, binder);
}

/** Where a line that carries a question stands: under the readings that are the text as written. */
function underTag(tag: Name | undefined, place: Place, binder: Binder): Place {
  bindQuestion(tag, place, binder);
  const question = tag === undefined ? undefined : place.scope.document.questions.get(tag.text);
  if (question === undefined || place.guard !== undefined) return place;
  const asWritten = question.statement.readings.filter((reading) => reading.content.kind === "asWritten");
  const readings = asWritten.map((reading) => reading.name.text);
  return { ...place, guard: { document: place.scope.document.name, question: question.statement.name.text, readings } };
}
