// What stops a run, as SQL: the first record in input order that needs a value which nobody knows.

import { rowOn, suppliedOn, decisionDay, definitionOn, pick } from "../../ir/in-force.ts";
import { children } from "../../ir/children.ts";
import type { Expr, Id } from "../../ir/ir.ts";
import { spanEnds, writtenIn, type Written } from "../../ir/reads.ts";
import { stretches } from "./causes.ts";
import type { Emission } from "./emission.ts";
import { cellsOf, expression, lines, truth } from "./expression.ts";
import { withKeysAlone } from "./group-price.ts";
import { COUNTS } from "./judged.ts";
import { ownDay, type Place } from "./place.ts";
import { placeOfRecord } from "./record-order.ts";
import type { Answer } from "./queue.ts";
import { changesOfAlternatives, changesOfMeasured, changesOfTerm, changesOfValue } from "./segments.ts";
import { shortSql, shortValue } from "./shortened.ts";
import {
  and,
  compared,
  FALSE,
  firstOf,
  isConstant,
  isPresent,
  not,
  NULL,
  number,
  or,
  surely,
  TRUE,
  type Sql,
} from "./sql.ts";
import { column, type Stage } from "./stage.ts";
import { NEVER } from "./value.ts";

export interface NeedIr {
  readonly reason: "missing-row" | "not-fixed";
  readonly value: string;
  readonly document: string;
  readonly from: number | null;
}

/** What the records of one rule need, where something is needed at all. */
export interface NeedsOfRule {
  readonly answer: Answer;
  /** The rows that are looked at, and the condition under which one of them needs something. */
  readonly stage: Stage;
  readonly order: string;
  /** Number into `needs`, NULL where nothing is needed. */
  readonly need: Sql;
  /** The day on which it was looked for. */
  readonly on: Sql;
  readonly needs: readonly NeedIr[];
}

interface Found {
  readonly when: Sql;
  readonly need: NeedIr;
  readonly on: Sql;
}

export function needsOf(answers: readonly Answer[], emission: Emission): readonly NeedsOfRule[] {
  return answers.flatMap((answer) => [...needsOfSpan(answer, emission), ...needsOfRows(answer, emission)]);
}

function needsOfRows(answer: Answer, emission: Emission): readonly NeedsOfRule[] {
  const { rule, place, standing } = answer.judged;
  const found = ofWritten(writtenIn(rule), withKeysAlone(answer.judged));
  if (found.length === 0) return [];
  const counts = compared(standing, "=", number(COUNTS));
  const record = placeOfRecord(emission).text;
  const order = place.theDay === null ? record : `${record}, ${place.theDay.text}`;
  return [numbered(answer, place.stage, order, counts, found, emission)];
}

/** The ends of a span that come out absent, where the rule might be about the record. */
function needsOfSpan(answer: Answer, emission: Emission): readonly NeedsOfRule[] {
  const { rule, base, recordPlace } = answer;
  if (rule.grain.kind !== "day") return [];
  const ends = [rule.grain.from, rule.grain.to];
  const place = recordPlace;
  const found = ofWritten(spanEnds(rule), place);
  if (found.length === 0) return [];
  const absent = or(...ends.map((end) => not(isPresent(shortValue(expression(end, place), place, "slut").value))));
  const condition = and(
    column(base, answer.isOffered, "erbjuden", emission),
    absent,
    column(base, answer.mayBeAbout, "kan gälla", emission),
  );
  return [numbered(answer, base, placeOfRecord(emission).text, condition, found, emission)];
}

function numbered(
  answer: Answer,
  stage: Stage,
  order: string,
  condition: Sql,
  found: readonly Found[],
  emission: Emission,
): NeedsOfRule {
  const needs: NeedIr[] = [];
  const branches = found.map(({ when, need }) => {
    needs.push(need);
    return { when: and(condition, when), then: number(needs.length - 1) };
  });
  const need = column(stage, firstOf(branches, NULL), "behov", emission);
  const on = column(
    stage,
    firstOf(
      found.map(({ when, on: day }) => ({ when: and(condition, when), then: day })),
      NULL,
    ),
    "behov den dag",
    emission,
  );
  return { answer, stage, order, need, on, needs };
}

function ofWritten(parts: readonly Written[], place: Place): readonly Found[] {
  return parts.flatMap((part) =>
    stretches(place, changesOfAlternatives(part, place.emission)).flatMap(({ when, day, there }) => {
      const exprs = pick(part, day, place.emission.run) ?? [];
      return guarded(when, () => exprs.flatMap((expr) => from(expr, there)));
    }),
  );
}

function guarded(condition: Sql, made: () => readonly Found[]): readonly Found[] {
  if (isConstant(condition, FALSE)) return [];
  return made().flatMap((found) => {
    const when = and(condition, found.when);
    return isConstant(when, FALSE) ? [] : [{ ...found, when }];
  });
}

function from(expr: Expr, place: Place): readonly Found[] {
  const { emission } = place;
  if (!mayNeed(expr, emission, new Set())) return [];
  switch (expr.kind) {
    case "term":
      return onDayOf(expr.at, place, (there) => insideTerm(expr.term, there));
    case "value":
      return onDayOf(expr.at, place, (there) => insideValue(expr.value, there));
    case "measured":
      return insideMeasured(expr.measured, place);
    case "choose":
      return stretches(place, changesOfAlternatives(expr.by, emission)).flatMap(({ when, day, there }) => {
        const it = pick(expr.by, day, emission.run);
        return it === undefined ? [] : guarded(when, () => from(it, there));
      });
    case "if": {
      if (isOfGroup(expr.condition)) return children(expr).flatMap((child) => from(child, place));
      const holds = shortSql(truth(expr.condition, place), place, "om");
      return [
        ...from(expr.condition, place),
        ...guarded(not(surely(not(holds))), () => from(expr.then, place)),
        ...guarded(not(surely(holds)), () => from(expr.otherwise, place)),
      ];
    }
    case "aggregate": {
      const inside: Place = { ...place, group: place.group };
      const isOut = expr.where === null ? FALSE : surely(not(truth(expr.where, { ...place, group: null })));
      const of = expr.of;
      return [
        ...(of === null ? [] : guarded(not(isOut), () => from(of, inside))),
        ...(expr.where === null ? [] : from(expr.where, inside)),
        ...(expr.per === null ? [] : from(expr.per.value, inside)),
      ];
    }
    default:
      return children(expr).flatMap((child) => from(child, place));
  }
}

function insideTerm(id: Id, place: Place): readonly Found[] {
  const { emission } = place;
  const term = emission.run.termOf(id);
  return stretches(place, changesOfTerm(id, emission)).flatMap(({ when, day, there }) => {
    const body = definitionOn(term, day, emission.run)?.body;
    if (body === undefined) return [];
    const inside = { ...there, document: term.document };
    return guarded(when, () =>
      body.kind === "expression"
        ? from(body.value, inside)
        : lines(body.lines, there, inside).flatMap(({ line, stands }) =>
            guarded(stands, () => from(line.condition, inside)),
          ),
    );
  });
}

function insideValue(id: Id, place: Place): readonly Found[] {
  const { emission } = place;
  const value = emission.run.valueOf(id);
  return stretches(place, changesOfValue(id, emission)).flatMap(({ when, day, there }) =>
    guarded(when, () => {
      const row = rowOn(value, day, emission.run);
      const ofChoices = value.dependsOn.flatMap((choice) => from(choice, there));
      if (row?.kind !== "written") return ofChoices;
      const { cells } = cellsOf(value, row.row, there);
      const inside = { ...there, document: value.document };
      const need = { reason: "missing-row", value: value.name, document: value.document, from: row.row.from } as const;
      const ofCells = (made: (it: Expr | null) => readonly Found[]): readonly Found[] =>
        cells.flatMap((cell, index) => {
          const first = and(surely(cell.when), ...cells.slice(0, index).map((other) => not(surely(other.when))));
          return guarded(first, () => made(cell.value));
        });
      return [
        ...ofCells((it) => (it === null ? [{ when: TRUE, need, on: lookedForOn(value.document, there) }] : [])),
        ...ofChoices,
        ...ofCells((it) => (it === null ? [] : from(it, inside))),
      ];
    }),
  );
}

function insideMeasured(id: Id, place: Place): readonly Found[] {
  const { emission } = place;
  const { name, document, fixed } = emission.run.measuredOf(id);
  return stretches(place, changesOfMeasured(id, emission)).flatMap(({ when, day, there }) =>
    guarded(when, () => {
      if (fixed !== null) return from(fixed, { ...there, document });
      if (suppliedOn(id, document, day, emission.run) !== undefined) return [];
      return [
        {
          when: TRUE,
          need: { reason: "not-fixed", value: name, document, from: null },
          on: lookedForOn(document, there),
        },
      ];
    }),
  );
}

function lookedForOn(document: string, { own, emission }: Place): Sql {
  const { wording, program } = emission.run;
  if (wording !== null && document === program.main) return number(decisionDay(document, null, emission.run) ?? 0);
  return own.day === null ? NULL : own.day();
}

function onDayOf(at: Expr | null, place: Place, made: (there: Place) => readonly Found[]): readonly Found[] {
  if (at === null) return made(place);
  const date = shortValue(expression(at, place), place, "vid");
  const isDate = and(isPresent(date.value), date.never ? not(compared(date.value, "=", NEVER)) : TRUE);
  return [
    ...from(at, place),
    ...guarded(isDate, () => made({ ...place, own: ownDay({ ...date.value, nullable: false }) })),
  ];
}

/** True where only the whole group can tell. */
function isOfGroup(expr: Expr): boolean {
  if (expr.kind === "step" || expr.kind === "aggregate" || expr.kind === "inARow") return true;
  return children(expr).some(isOfGroup);
}

/** Whether anything that an expression leads to may be unknown to everybody. */
function mayNeed(expr: Expr, emission: Emission, seen: Set<Id>): boolean {
  const { run } = emission;
  if (expr.kind === "measured" && run.measuredOf(expr.measured).fixed === null) return true;
  if (expr.kind === "value" && !seen.has(expr.value)) {
    seen.add(expr.value);
    const { rows, dependsOn } = run.valueOf(expr.value);
    const cells = rows.flatMap((row) => row.cells.map((cell) => cell.value));
    if (cells.some((cell) => cell === null || mayNeed(cell, emission, seen))) return true;
    if (dependsOn.some((choice) => mayNeed(choice, emission, seen))) return true;
  }
  if (expr.kind === "term" && !seen.has(expr.term)) {
    seen.add(expr.term);
    for (const { by } of run.termOf(expr.term).definitions) {
      for (const { it } of by) {
        const inside = it.kind === "expression" ? [it.value] : it.lines.map((line) => line.condition);
        if (inside.some((each) => mayNeed(each, emission, seen))) return true;
      }
    }
  }
  return children(expr).some((child) => mayNeed(child, emission, seen));
}
