// The dated rows of every value, with the rows of amendments and of readings among them.
// Rule: the row in force on a day is the latest one begun whose guard holds; of rows that begin on one day the first in
// the list. When an amendment ends, the rows that apply without it begin anew on that day.

import type { Problem } from "../problem.ts";
import type { ValueRow, ValueStatement } from "../syntax/ast.ts";
import { byName, partsOfKind, type AcceptedStatements } from "./accepted-statements.ts";
import type { Day, Guard, ValueText, Versioned } from "./document.ts";
import { outsideTheAmendment } from "./problems/outside-the-amendment.ts";
import { valueSaidAnew } from "./problems/value-said-anew.ts";
import { guardOf, type Question } from "./questions.ts";
import { guardOfTag, type ReadingsOf, type StatementOfReading } from "./readings.ts";
import type { Layer, Part } from "./timeline.ts";
import { written } from "./written.ts";

export function valueTexts(accepted: AcceptedStatements, readings: ReadingsOf): ReadonlyMap<string, ValueText> {
  const texts = new Map<string, ValueText>();
  for (const [name, parts] of byName(partsOfKind(accepted, "value"), (value) => value.name.text)) {
    const text = valueText(name, parts, readings);
    if (text !== undefined) texts.set(name, text);
  }
  for (const from of readings.statements) {
    const { it, question, reading } = from;
    if (it.kind !== "value" || accepted.things.has(it.name.text)) continue;
    readings.placed.add(it);
    const guard = guardOf(question, reading);
    const rows = it.rows.map((row) => versioned(row, question, guard));
    const earlier = texts.get(it.name.text);
    if (earlier === undefined) texts.set(it.name.text, { statement: it, guard, rows: inForceFirst(rows) });
    else {
      const anew = isSaidAnew(it, earlier.statement, readings.problems);
      texts.set(it.name.text, joined(earlier, guard, anew ? [] : rows));
    }
  }
  return texts;
}

function valueText(name: string, parts: readonly Part<ValueStatement>[], readings: ReadingsOf): ValueText | undefined {
  const statement = parts[0]?.it;
  if (statement === undefined) return undefined;
  let rows: readonly Versioned<ValueRow>[] = [];
  for (const { layer, it } of parts) {
    if (isSaidAnew(it, statement, readings.problems)) continue;
    reportOutside(it, layer, readings.problems);
    const own = it.rows.map((row): Versioned<ValueRow> => {
      const tag = row.question ?? it.question;
      const guard = tag === undefined ? undefined : guardOfTag(tag, name, true, readings);
      return { days: { from: row.from.day, until: layer.days.until }, guard, origin: layer.origin, it: row };
    });
    rows = [...own, ...rows];
  }
  const replacing = readings.statements.filter((from) => from.it.name.text === name && mayReplace(from, parts));
  for (const { it, question, reading } of replacing) {
    if (it.kind !== "value") continue;
    readings.placed.add(it);
    if (isSaidAnew(it, statement, readings.problems)) continue;
    rows = [...rows, ...it.rows.map((row) => versioned(row, question, guardOf(question, reading)))];
  }
  return { statement, guard: undefined, rows: inForceFirst(rows) };
}

/** True where the value, or a row of it, carries the reading's question. */
function mayReplace({ it, question }: StatementOfReading, parts: readonly Part<ValueStatement>[]): boolean {
  const name = question.statement.name.text;
  const carries = (value: ValueStatement): boolean =>
    value.question?.text === name || value.rows.some((row) => row.question?.text === name);
  return it.kind === "value" && parts.some((part) => carries(part.it));
}

function versioned(row: ValueRow, question: Question, guard: Guard): Versioned<ValueRow> {
  const { until } = question.days;
  return { days: { from: row.from.day, until }, guard, origin: question.origin, it: row };
}

/** Several readings that bring one and the same helper value: it exists under each of them. */
function joined(text: ValueText, guard: Guard, rows: readonly Versioned<ValueRow>[]): ValueText {
  const both: Guard | undefined =
    text.guard?.question === guard.question
      ? { ...guard, readings: [...new Set([...text.guard.readings, ...guard.readings])] }
      : text.guard;
  return { statement: text.statement, guard: both, rows: inForceFirst([...text.rows, ...rows]) };
}

/**
 * By first day; of rows that begin on one day the one that was put first stays first. On a day on which an amendment
 * ends, the rows that may be in force without it begin anew, the latest first.
 */
function inForceFirst(rows: readonly Versioned<ValueRow>[]): readonly Versioned<ValueRow>[] {
  const ends = new Set(rows.flatMap(({ days }) => days.until ?? []));
  const anew = [...ends].flatMap((day) => begunAnew(rows, day));
  return [...rows, ...anew].sort((a, b) => inOrder(firstDay(a.days.from), firstDay(b.days.from)));
}

function begunAnew(rows: readonly Versioned<ValueRow>[], day: Day): readonly Versioned<ValueRow>[] {
  const begun = rows.filter(({ days }) => firstDay(days.from) < day && (days.until ?? day + 1) > day);
  const latestFirst = begun.sort((a, b) => inOrder(firstDay(b.days.from), firstDay(a.days.from)));
  const always = latestFirst.findIndex((row) => row.guard === undefined);
  const candidates = always === -1 ? latestFirst : latestFirst.slice(0, always + 1);
  return candidates.map((row) => ({ ...row, days: { from: day, until: row.days.until } }));
}

function inOrder(a: number, b: number): number {
  return a === b ? 0 : a < b ? -1 : 1;
}

function firstDay(day: Day | undefined): number {
  return day ?? Number.NEGATIVE_INFINITY;
}

function reportOutside(value: ValueStatement, { days }: Layer, problems: Problem[]): void {
  for (const { from } of value.rows) {
    const { day, span } = from;
    if (day === undefined) continue;
    if (day < (days.from ?? day) || day >= (days.until ?? day + 1)) problems.push(outsideTheAmendment(span, day, days));
  }
}

/** True, and reported, where a later text gives the value another kind or other choices than the first one. */
function isSaidAnew(value: ValueStatement, first: ValueStatement, problems: Problem[]): boolean {
  if (value === first) return false;
  const choices = value.dependsOn[0];
  const changed =
    value.type !== undefined && written(value.type) !== written(first.type)
      ? value.type.span
      : choices !== undefined && written(value.dependsOn) !== written(first.dependsOn)
        ? choices.span
        : undefined;
  if (changed !== undefined) problems.push(valueSaidAnew(changed, value.name, first.name));
  return changed !== undefined;
}
