// The one query that makes the groups of a rule, while figures are still added to it.
// Rule: a figure that is asked for twice is one column.

import { filtered } from "./dialect.ts";
import type { Emission } from "./emission.ts";
import { COUNTS, UNDECIDED, type Judged } from "./judged.ts";
import type { Place } from "./place.ts";
import type { Answer } from "./queue.ts";
import { placeOfDay, placeOfRecord } from "./record-order.ts";
import { shortValue } from "./shortened.ts";
import { FALSE, TRUE, and, compared, isConstant, isPresent, number, type Sql } from "./sql.ts";
import { columnNamed, newStage, sunk, type Body, type Stage } from "./stage.ts";
import type { SqlValue } from "./value.ts";

/** What is being put together: the aggregates of the one query that makes the groups. */
export interface Grouping {
  readonly answer: Answer;
  readonly rows: Judged;
  readonly emission: Emission;
  readonly stage: Stage;
  readonly stages: Stage[];
  /** Names of keys and part, by which the rows are grouped. */
  readonly by: readonly string[];
  readonly aggregates: { readonly name: string; readonly text: string }[];
  readonly counts: Sql;
  /** Each group has one record, as where `vårdtillfälle` is a key: nothing has to be known of its place among the others. */
  readonly hasOneRecord: boolean;
  /** By which the first row of a group is told. */
  readonly position: Sql;
  /** The query that makes the groups, told apart by further columns of the rows too. */
  readonly summedBy: (further: readonly string[]) => Body;
}

export function newGrouping(answer: Answer, rows: Judged, emission: Emission): Grouping {
  const by = [
    ...rows.keys.map(({ value }) => value.value.text),
    ...(rows.cuts.length === 0 ? [] : [rows.part.text]),
  ].filter((text, index, all) => /^["`]/.test(text) && all.indexOf(text) === index);
  const aggregates: { name: string; text: string }[] = [];
  const counts = compared(rows.standing, "=", number(COUNTS));
  const day = rows.place.theDay;
  const hasOneRecord = rows.keys.some(({ key }) => key.role === "episode");
  const position = hasOneRecord ? (day ?? number(0)) : inTheData(rows, emission);
  // What belongs nowhere makes a group in which nothing counts. Only where each record has a group of its own is that
  // dearer than asking beforehand.
  const present = hasOneRecord
    ? and(...rows.keys.map(({ value }) => isPresent(value.value)), compared(rows.standing, "<=", number(UNDECIDED)))
    : TRUE;
  const { identifier } = emission.dialect;
  const summedBy = (further: readonly string[]): Body => ({
    kind: "select",
    all: null,
    columns: [...[...further, ...by].map((text) => ({ name: text.slice(1, -1), text })), ...aggregates],
    rest: [
      `FROM ${identifier(rows.place.stage.name)} AS t`,
      ...(isConstant(present, TRUE) ? [] : [`WHERE ${present.text}`]),
      ...(by.length + further.length === 0 ? [] : [`GROUP BY ${[...further, ...by].join(", ")}`]),
      ...(isConstant(counts, TRUE) && by.length > 0 ? [] : [`HAVING COUNT(*)${filtered(counts)} > 0`]),
    ].join("\n"),
  });
  const from = (): Body => summedBy([]);
  const stage = newStage(emission.names.fresh(`${rows.rule.name} grupper`), from, `Groups of ${rows.rule.id}`, null);
  const kept = sunk(counts);
  const stages = [stage];
  return { answer, rows, emission, stage, stages, by, aggregates, counts: kept, hasOneRecord, position, summedBy };
}

/** Where a row stands among all of the data. */
export function inTheData({ place: { theDay } }: Judged, emission: Emission): Sql {
  return theDay === null ? placeOfRecord(emission) : placeOfDay(theDay, emission);
}

export function aggregate({ aggregates, emission }: Grouping, wish: string, text: string, nullable: boolean): Sql {
  const known = aggregates.find((each) => each.text === text);
  const name = known?.name ?? emission.names.fresh(wish);
  if (known === undefined) aggregates.push({ name, text });
  return columnNamed(name, 0, nullable, emission);
}

export function some(grouping: Grouping, condition: Sql, wish: string): Sql {
  if (isConstant(condition, FALSE)) return FALSE;
  return compared(aggregate(grouping, wish, `COUNT(*)${filtered(condition)}`, false), ">", number(0));
}

/** As a column, where it is longer than a name. */
export function held(value: SqlValue, place: Place): SqlValue {
  return shortValue(value, place, "figur");
}
