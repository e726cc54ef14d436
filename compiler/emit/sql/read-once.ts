// Lines from one reading of the records: the rule that sums most of them up reads all, and notes where the others stop.
// Rule: a second reading looks for those stops alone, so that an engine leaves it out where there are none; what any rule
// is given stays the same. Rows of others pass through the rule's columns, so these must not be able to stop a statement.

import { descendants } from "../../ir/children.ts";
import type { Rule } from "../../ir/ir.ts";
import { outsideTheCalendar } from "./date-expression.ts";
import type { Emission } from "./emission.ts";
import type { Grouped } from "./groups.ts";
import type { Judged } from "./judged.ts";
import type { Answer, Queue } from "./queue.ts";
import { compared, number, or, type Sql } from "./sql.ts";
import { newStage, rowsOf, sunk, type Body, type Stage } from "./stage.ts";

/** A rule with its rows that count and their groups. */
export interface Charged {
  readonly answer: Answer;
  readonly rows: Judged;
  readonly group: Grouped;
}

/** Stages that must stand first, in order; null where each rule reads the records as before. */
export function readOnce(
  records: Stage,
  queue: Queue,
  charged: readonly Charged[],
  emission: Emission,
): readonly Stage[] | null {
  const stop = records.known.get("stop")?.value;
  if (!emission.dialect.skipsSearchForNothing || stop === undefined || !isColumn(stop)) return null;
  const main = charged.findLast((each) => sumsRecordsUp(each, records, queue));
  if (main === undefined) return null;
  const others = readersOf(records, queue).filter(({ stage }) => stage !== main.answer.judged.place.stage);
  if (others.length === 0) return null;
  const sums = sumsOfAll(main, records, stop, emission);
  const rest = restOf(records, sums, compared(stop, "<>", number(main.answer.position)), stop, emission);
  for (const { stage, at } of others) {
    stage.from = () => rowsOf(rest.name, "t", ` WHERE ${compared(sunk(stop), "=", number(at)).text}`, emission);
  }
  return [records, main.answer.judged.place.stage, main.rows.place.stage, sums, rest];
}

function sumsRecordsUp({ answer, rows, group }: Charged, records: Stage, { answers, left, stages }: Queue): boolean {
  const { rule, position, grain, judged } = answer;
  const readers = readersOf(records, { answers, left });
  return (
    position > 0 &&
    grain === "episode" &&
    judged.place.stage.parent === records &&
    stages.every((stage) => stage.parent !== records || readers.some((each) => each.stage === stage)) &&
    !answers.some((other) => other.rule.onTopOf.includes(rule.id)) &&
    !rows.keys.some(({ key }) => key.role === "episode") &&
    !asksOtherMonths(rule) &&
    ![judged.place.stage, rows.place.stage].some(mayStop) &&
    group.stages.length === 1
  );
}

/** Whoever reads the records that stop at one place. */
function readersOf(
  records: Stage,
  { answers, left }: Pick<Queue, "answers" | "left">,
): readonly { readonly stage: Stage; readonly at: number }[] {
  const rules = answers.flatMap(({ judged: { place }, position, grain }) =>
    position > 0 && grain === "episode" && place.stage.parent === records ? [{ stage: place.stage, at: position }] : [],
  );
  return left === null ? rules : [...rules, { stage: left, at: 0 }];
}

/** Where all records stop at the same place, that is a number and no column. */
function isColumn({ text }: Sql): boolean {
  return text.startsWith('"');
}

function mayStop({ levels }: Stage): boolean {
  return levels.some(({ columns }) => columns.some(({ text }) => text.includes(outsideTheCalendar)));
}

function asksOtherMonths({ steps, chargedWhen }: Rule): boolean {
  const written = [...steps.map(({ value }) => value), ...chargedWhen.map(({ it }) => it)];
  return written.some((expr) => descendants(expr).some(({ kind }) => kind === "inARow"));
}

/** The sums of the rule by where a record stops: its own groups read from them what stops at it. */
function sumsOfAll({ answer, rows, group }: Charged, records: Stage, stop: Sql, emission: Emission): Stage {
  const { judged, position, rule } = answer;
  const [taken, counting] = [judged.place.stage, rows.place.stage];
  const here = compared(sunk(stop), "=", number(position));
  const elsewhere = compared(sunk(stop), "<>", number(position));
  taken.from = () => rowsOf(records.name, "t", "", emission);
  counting.from = () => rowsOf(taken.name, "t", ` WHERE ${or(elsewhere, judged.counts).text}`, emission);
  const from = (): Body => group.summedBy([stop.text]);
  const says = `What counts in ${rule.id}, and where the other care episodes stop`;
  const sums = newStage(emission.names.fresh(`${rule.name} summor`), from, says, null);
  group.stage.from = () => rowsOf(sums.name, "t", ` WHERE ${here.text}`, emission);
  return sums;
}

/** The care episodes that stop elsewhere. */
function restOf(records: Stage, sums: Stage, isElsewhere: Sql, stop: Sql, emission: Emission): Stage {
  const found = `SELECT s.${stop.text} FROM ${emission.dialect.identifier(sums.name)} AS s WHERE ${isElsewhere.text}`;
  const from = (): Body => rowsOf(records.name, "t", ` WHERE t.${stop.text} IN (${found})`, emission);
  return newStage(emission.names.fresh("övriga"), from, "The care episodes that stop elsewhere", records);
}
