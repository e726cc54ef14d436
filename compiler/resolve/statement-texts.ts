// The rules, statistics, conditions, terms and measured values of a document: every version, every reading.
// Rule: what a reading says of a name stands beside each version of the text that carries its question.

import type {
  ConditionStatement,
  Definition,
  MeasuredStatement,
  PatchStatement,
  RuleStatement,
  TermStatement,
} from "../syntax/ast.ts";
import { byName, partsOfKind, type AcceptedStatements } from "./accepted-statements.ts";
import type { ConditionText, Days, Guard, GuardedLine, Origin, RuleText, Versioned } from "./document.ts";
import type { Line } from "./line-slots.ts";
import { conditionVersions, ruleVersions } from "./patched-versions.ts";
import { guardOf } from "./questions.ts";
import { guardOfTag, layConditionLines, layRuleLines, type ReadingsOf, type StatementOfReading } from "./readings.ts";
import { stretchesOf, type Part } from "./timeline.ts";

export function ruleTexts(accepted: AcceptedStatements, readings: ReadingsOf): readonly RuleText[] {
  const parts = accepted.parts.flatMap(({ layer, it }): readonly Part<RuleStatement | PatchStatement>[] =>
    it.kind === "rule" || it.kind === "statistic" || it.kind === "patch" ? [{ layer, it }] : [],
  );
  const texts: RuleText[] = [];
  for (const [name, ofName] of byName(parts, (it) => it.name.text)) {
    const kind = ofName.find(({ it }) => it.kind !== "patch")?.it.kind;
    const own = ofName.filter(({ it }) => (it.kind === "patch" ? it.content.kind : it.kind) === kind);
    for (const version of ruleVersions(own, readings.problems)) {
      const guard = guardOfWhole(name, version.lines, readings);
      const lines = layRuleLines(name, version.lines, readings);
      texts.push({ ...version, name, guard, lines: guard === undefined ? lines : lines.map(unguarded) });
      for (const from of placedWith(name, guard, readings)) texts.push(...ruleOfReading(from, version, readings));
    }
  }
  return [...texts, ...helpers(accepted, readings).flatMap((from) => ruleOfReading(from, ownDays(from), readings))];
}

export function conditionTexts(
  accepted: AcceptedStatements,
  readings: ReadingsOf,
): ReadonlyMap<string, readonly ConditionText[]> {
  const parts = accepted.parts.flatMap(({ layer, it }): readonly Part<ConditionStatement | PatchStatement>[] =>
    it.kind === "condition" || (it.kind === "patch" && it.content.kind === "condition") ? [{ layer, it }] : [],
  );
  const texts: ConditionText[] = [];
  for (const [name, ofName] of byName(parts, (it) => it.name.text)) {
    for (const version of conditionVersions(ofName)) {
      const guard = guardOfWhole(name, version.lines, readings);
      const lines = layConditionLines(name, version.lines, readings);
      texts.push({ ...version, guard, lines: guard === undefined ? lines : lines.map(unguarded) });
      for (const from of placedWith(name, guard, readings)) texts.push(...conditionOfReading(from, version, readings));
    }
  }
  texts.push(...helpers(accepted, readings).flatMap((from) => conditionOfReading(from, ownDays(from), readings)));
  return groupedByName(texts, (text) => text.statement.name.text);
}

export function termTexts(
  accepted: AcceptedStatements,
  readings: ReadingsOf,
): ReadonlyMap<string, readonly Versioned<TermStatement>[]> {
  return wholeTexts(partsOfKind(accepted, "term"), accepted, readings, (it) => (it.kind === "term" ? it : undefined));
}

export function measuredTexts(
  accepted: AcceptedStatements,
  readings: ReadingsOf,
): ReadonlyMap<string, readonly Versioned<MeasuredStatement>[]> {
  return wholeTexts(partsOfKind(accepted, "measured"), accepted, readings, (it) =>
    it.kind === "measured" ? it : undefined,
  );
}

/** Statements that are only replaced whole. */
function wholeTexts<T extends TermStatement | MeasuredStatement>(
  parts: readonly Part<T>[],
  accepted: AcceptedStatements,
  readings: ReadingsOf,
  wanted: (it: Definition) => T | undefined,
): ReadonlyMap<string, readonly Versioned<T>[]> {
  const texts: Versioned<T>[] = [];
  const add = (from: StatementOfReading, { days, origin }: Standing): void => {
    const it = wanted(from.it);
    if (it === undefined) return;
    readings.placed.add(from.it);
    texts.push({ days, guard: guardOf(from.question, from.reading), origin, it });
  };
  for (const [name, ofName] of byName(parts, (statement) => statement.name.text)) {
    for (const { days, parts: active } of stretchesOf(ofName, [])) {
      const last = active.at(-1);
      if (last === undefined) continue;
      const { it, layer } = last;
      const guard = it.question === undefined ? undefined : guardOfTag(it.question, name, true, readings);
      texts.push({ days, guard, origin: layer.origin, it });
      for (const from of placedWith(name, guard, readings)) add(from, { days, origin: layer.origin });
    }
  }
  for (const from of helpers(accepted, readings)) add(from, ownDays(from));
  return groupedByName(texts, (text) => text.it.name.text);
}

interface Standing {
  readonly days: Days;
  readonly origin: Origin;
}

/** A rule or condition all of whose lines carry one question may be replaced whole by a reading of it. */
function guardOfWhole(name: string, lines: readonly Line[], readings: ReadingsOf): Guard | undefined {
  const from = readings.statements.find(({ it }) => it.name.text === name);
  if (from === undefined || lines.length === 0) return undefined;
  const question = from.question.statement.name.text;
  return lines.every((line) => line.question?.text === question) ? from.question.asWritten : undefined;
}

/** What the readings of a guard's question put in the place of a whole statement. */
function placedWith(name: string, guard: Guard | undefined, readings: ReadingsOf): readonly StatementOfReading[] {
  if (guard === undefined) return [];
  return readings.statements.filter(
    ({ it, question }) => it.name.text === name && question.statement.name.text === guard.question,
  );
}

/** Statements of readings whose names the text itself does not have. */
function helpers(accepted: AcceptedStatements, readings: ReadingsOf): readonly StatementOfReading[] {
  return readings.statements.filter(({ it }) => !accepted.things.has(it.name.text));
}

function ownDays({ question }: StatementOfReading): Standing {
  return { days: question.days, origin: question.origin };
}

function ruleOfReading(from: StatementOfReading, standing: Standing, readings: ReadingsOf): readonly RuleText[] {
  const { it, question, reading } = from;
  if (it.kind !== "rule" && it.kind !== "statistic") return [];
  readings.placed.add(it);
  const { days, origin } = standing;
  const guard = guardOf(question, reading);
  return [{ name: it.name.text, statement: it, days, guard, origin, lines: plain(it.lines, readings) }];
}

function conditionOfReading(
  from: StatementOfReading,
  standing: Standing,
  readings: ReadingsOf,
): readonly ConditionText[] {
  const { it, question, reading } = from;
  if (it.kind !== "condition") return [];
  readings.placed.add(it);
  const { days, origin } = standing;
  return [{ statement: it, days, guard: guardOf(question, reading), origin, lines: plain(it.lines, readings) }];
}

function plain<L extends Line>(lines: readonly L[], readings: ReadingsOf): readonly GuardedLine<L>[] {
  return lines.flatMap((line) =>
    line.kind === "nothing" ? [] : [{ line, guard: undefined, scope: readings.document }],
  );
}

function unguarded<L>(line: GuardedLine<L>): GuardedLine<L> {
  return { ...line, guard: undefined };
}

function groupedByName<T>(texts: readonly T[], nameOf: (text: T) => string): ReadonlyMap<string, readonly T[]> {
  const grouped = new Map<string, T[]>();
  for (const text of texts) {
    const group = grouped.get(nameOf(text));
    if (group === undefined) grouped.set(nameOf(text), [text]);
    else group.push(text);
  }
  return grouped;
}
