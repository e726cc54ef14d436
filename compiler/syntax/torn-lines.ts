// Puts lines that stand alone back into the statement above them.
// Rule: a line torn off by a mistake goes back silently; a line that its statement cannot have is a problem of its own.

import type { CstNode } from "@avtal/grammar/parser";
import type { ConditionLine, Definition, Head, PatchStatement, RuleLine, Statement } from "./ast.ts";
import { firstNode, rangeOf } from "./cst.ts";
import { fixedFrom, rowFrom } from "./definition-from-cst.ts";
import { headFrom, headLineFrom } from "./head-from-cst.ts";
import { conditionLineFrom, notWhenLineFrom, ruleLineFrom } from "./line-from-cst.ts";
import { headInWrongPlace } from "./problems/head-in-wrong-place.ts";
import { lineInWrongPlace } from "./problems/line-in-wrong-place.ts";
import { chosenFrom, readingFrom } from "./question-from-cst.ts";
import { spanOf, type Reading } from "./reading.ts";
import { definitionFrom, fieldFrom, patchFrom, statementFrom } from "./statement-from-cst.ts";

export interface Body {
  readonly head: Head | undefined;
  readonly statements: readonly Statement[];
}

export function bodyFrom(reading: Reading, head: Head | undefined, elements: readonly CstNode[]): Body {
  const statements: Statement[] = [];
  let first = head;
  /** Where the statement at hand begins; after a mistake in it, whatever follows may have been torn off. */
  let start = head?.span.start ?? 0;
  for (const element of elements) {
    const statement = statementFrom(reading, element);
    if (statement !== undefined) {
      statements.push(statement);
      start = statement.span.start;
      continue;
    }
    const torn = lineIn(element);
    const range = rangeOf(torn);
    if (torn === undefined || range === undefined) continue;
    const at = reading.original(range.start);
    const damaged = reading.problems.some((problem) => problem.span.start >= start && problem.span.start <= at);
    if (torn.name === "head") {
      if (first === undefined && statements.length === 0) first = headFrom(reading, torn);
      else if (!damaged) reading.problems.push(headInWrongPlace(...firstWord(reading, range)));
      continue;
    }
    const last = statements.pop();
    const whole = last === undefined ? undefined : withLine(reading, last, torn);
    if (last !== undefined) statements.push(whole ?? last);
    else first = withHeadLine(reading, first, torn);
    if (!damaged) reading.problems.push(lineInWrongPlace(...firstWord(reading, range)));
  }
  return { head: first, statements };
}

function lineIn(element: CstNode): CstNode | undefined {
  const line = firstNode(element);
  return line === undefined ? undefined : firstNode(line);
}

function firstWord(reading: Reading, range: { readonly start: number; readonly end: number }) {
  const word = /^\S+(?: av)?/.exec(reading.text.slice(range.start, range.end))?.[0] ?? "";
  return [spanOf(reading, range.start, range.start + word.length), word] as const;
}

function withHeadLine(reading: Reading, head: Head | undefined, torn: CstNode): Head | undefined {
  const line = torn.name === "headLine" && head?.kind === "document" ? headLineFrom(reading, torn) : undefined;
  return line === undefined || head?.kind !== "document" ? head : { ...head, lines: [...head.lines, line] };
}

/** The statement with the line at its end, or undefined where such a line cannot stand in it. */
function withLine(reading: Reading, statement: Statement, torn: CstNode): Statement | undefined {
  switch (statement.kind) {
    case "rule":
    case "statistic":
    case "condition":
    case "value":
    case "measured":
    case "term":
    case "patch":
      return withLineInside(reading, statement, torn);
    case "record":
    case "register":
      return torn.name === "field"
        ? { ...statement, fields: [...statement.fields, fieldFrom(reading, torn)] }
        : undefined;
    case "question": {
      const builders = { definitionFrom, patchFrom };
      if (torn.name === "choice") return { ...statement, chosen: chosenFrom(reading, torn) };
      if (torn.name === "reading") {
        return { ...statement, readings: [...statement.readings, readingFrom(reading, torn, builders)] };
      }
      return withLineInReading(reading, statement, torn);
    }
    case "source":
    case "uses":
    case "event":
    case "leftOut":
      return undefined;
  }
}

function withLineInReading(
  reading: Reading,
  question: Extract<Statement, { kind: "question" }>,
  torn: CstNode,
): Statement | undefined {
  const last = question.readings[question.readings.length - 1];
  if (last?.content.kind !== "replaced") return undefined;
  const inner = last.content.by[last.content.by.length - 1];
  const whole = inner === undefined ? undefined : withLineInside(reading, inner, torn);
  if (whole === undefined) return undefined;
  const by = [...last.content.by.slice(0, -1), whole];
  const readings = [...question.readings.slice(0, -1), { ...last, content: { kind: "replaced" as const, by } }];
  return { ...question, readings };
}

function withLineInside<Inner extends Definition | PatchStatement>(
  reading: Reading,
  statement: Inner,
  torn: CstNode,
): Definition | PatchStatement | undefined {
  const inside: Definition | PatchStatement = statement;
  switch (inside.kind) {
    case "rule":
    case "statistic": {
      const line = ruleLine(reading, torn);
      return line === undefined ? undefined : { ...inside, lines: [...inside.lines, line] };
    }
    case "condition": {
      const line = conditionLine(reading, torn);
      return line === undefined ? undefined : { ...inside, lines: [...inside.lines, line] };
    }
    case "value":
      return torn.name === "row" ? { ...inside, rows: [...inside.rows, rowFrom(reading, torn)] } : undefined;
    case "measured":
      return torn.name === "fixed" ? { ...inside, fixed: fixedFrom(reading, torn, 0) } : undefined;
    case "term":
      return undefined;
    case "patch":
      return withLineInPatch(reading, inside, torn);
  }
}

function withLineInPatch(reading: Reading, patch: PatchStatement, torn: CstNode): PatchStatement | undefined {
  const content = patch.content;
  switch (content.kind) {
    case "rule":
    case "statistic": {
      const line = ruleLine(reading, torn);
      const lines = content.lines === "nothing" ? [] : content.lines;
      return line === undefined ? undefined : { ...patch, content: { ...content, lines: [...lines, line] } };
    }
    case "condition": {
      const line = conditionLine(reading, torn);
      const lines = content.lines === "nothing" ? [] : content.lines;
      return line === undefined ? undefined : { ...patch, content: { ...content, lines: [...lines, line] } };
    }
    case "agreement": {
      const line = torn.name === "headLine" ? headLineFrom(reading, torn) : undefined;
      return line === undefined ? undefined : { ...patch, content: { ...content, lines: [...content.lines, line] } };
    }
  }
}

function ruleLine(reading: Reading, torn: CstNode): RuleLine | undefined {
  return torn.name === "ruleLine" ? ruleLineFrom(reading, torn) : undefined;
}

function conditionLine(reading: Reading, torn: CstNode): ConditionLine | undefined {
  if (torn.name === "notWhenLine") return notWhenLineFrom(reading, torn);
  return torn.name === "ruleLine" ? conditionLineFrom(reading, torn) : undefined;
}
