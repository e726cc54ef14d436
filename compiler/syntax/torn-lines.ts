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
  /** True where a line stood alone, or words stood that are neither statement nor line. */
  readonly torn: boolean;
}

export function bodyFrom(reading: Reading, head: Head | undefined, elements: readonly CstNode[]): Body {
  const statements: Statement[] = [];
  let first = head;
  let isTorn = false;
  for (const element of elements) {
    const statement = statementFrom(reading, element);
    isTorn ||= statement === undefined;
    const torn = statement === undefined ? lineIn(element) : undefined;
    const range = rangeOf(torn);
    if (statement !== undefined) statements.push(statement);
    if (torn === undefined || range === undefined) continue;
    const at = reading.original(range.start);
    const damagedSince = (start: number): boolean =>
      reading.problems.some((problem) => problem.span.start >= start && problem.span.start <= at);
    if (torn.name === "head") {
      if (first === undefined && statements.length === 0) first = headFrom(reading, torn);
      else if (!damagedSince(first?.span.start ?? 0))
        reading.problems.push(headInWrongPlace(...firstWord(reading, range)));
      continue;
    }
    const owner = ownerOf(reading, statements, torn, damagedSince);
    if (owner !== undefined) statements.splice(owner.index, 1 + owner.swallowed, owner.whole);
    else if (statements.length === 0) first = withHeadLine(reading, first, torn);
    const start = (owner?.before ?? statements[statements.length - 1] ?? first)?.span.start ?? 0;
    if (!damagedSince(start)) reading.problems.push(lineInWrongPlace(...firstWord(reading, range)));
  }
  return { head: first, statements, torn: isTorn };
}

/** How far back a question is looked for whose last reading lost the statements that stand after it. */
const furthestBack = 40;

/** The statement that the line belongs to: the last one, or an earlier one where a mistake stands between. */
function ownerOf(
  reading: Reading,
  statements: readonly Statement[],
  torn: CstNode,
  damagedSince: (start: number) => boolean,
) {
  const furthest = Math.max(0, statements.length - furthestBack);
  for (let index = statements.length - 1; index >= furthest; index--) {
    const before = statements[index];
    if (before === undefined) return undefined;
    if (index < statements.length - 1 && !damagedSince(before.span.start)) continue;
    const after = statements.slice(index + 1);
    const whole = withLine(reading, withLostStatements(before, after), torn);
    if (whole !== undefined) return { index, before, whole, swallowed: before.kind === "question" ? after.length : 0 };
  }
  return undefined;
}

/** The question with the statements that its last reading lost. */
function withLostStatements(statement: Statement, lost: readonly Statement[]): Statement {
  if (statement.kind !== "question" || lost.length === 0) return statement;
  const last = statement.readings[statement.readings.length - 1];
  const inside = lost.filter((each): each is Definition | PatchStatement => standsInReadings.has(each.kind));
  if (last?.content.kind !== "replaced") return statement;
  const by = [...last.content.by, ...inside];
  return {
    ...statement,
    readings: [...statement.readings.slice(0, -1), { ...last, content: { kind: "replaced", by } }],
  };
}

const standsInReadings: ReadonlySet<Statement["kind"]> = new Set([
  ...(["value", "measured", "term", "condition", "rule", "statistic", "patch"] as const),
]);

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
