// A condition that must hold in several months in a row: the same group in the months before, looked up.
// Rule: a month in which nothing counts is no, unknown where one of its records was undecided; a month before the first
// month of the data is unknown (docs/meaning.md 4.6).

import type { Expr } from "../../ir/ir.ts";
import { truth } from "./expression.ts";
import { Unsayable } from "./emission.ts";
import { perhapsUndecided } from "./offered.ts";
import type { Place } from "./place.ts";
import type { Answer } from "./queue.ts";
import {
  built,
  compared,
  counted,
  firstOf,
  isNull,
  not,
  NULL,
  number,
  or,
  surely,
  TRUE,
  FALSE,
  type Sql,
} from "./sql.ts";
import { column, columnNamed, newStage, rowsOf, sunk, writtenBody, type Stage } from "./stage.ts";

export interface InGroups {
  readonly place: Place;
  /** All stages of the groups; the months come before what reads them, so the groups are split in two. */
  readonly stages: Stage[];
  readonly grouping: { readonly by: readonly string[] };
}

export function monthsInARow(
  answer: Answer,
  condition: Expr,
  months: number,
  { place, stages, grouping }: InGroups,
): Sql {
  const { emission, stage } = place;
  const rows = answer.judged;
  const month = rows.keys.find(({ key }) => key.role === "period" && key.kind.kind === "month");
  if (month === undefined) throw new Unsayable("months in a row without a month among the keys");
  const holds = column(stage, truth(condition, place), "villkoret", emission);
  const own = sunk(month.value.value);
  const others = grouping.by.filter((key) => key !== own.text && key !== rows.part.text);
  const before = months - 1;
  if (before < 1) return holds;

  const upTo = splitOff(stage, stages, emission);
  const undecided = perhapsUndecided(answer, [...others, own.text], emission);
  const groups: Groups = { upTo, others, own, holds, undecided, before };
  const perMonth = monthsStage(rows.rule, groups, emission);
  stages.splice(stages.indexOf(stage), 0, perMonth.stage);
  const { seen, no, doubt, first } = monthsBefore(groups, perMonth, place);
  const early = built(`GREATEST(0, LEAST(${before}, ${first.text} - (${own.text} - ${before})))`, [first, own], false);
  const earlyMonths = firstOf([{ when: isNull({ ...first, nullable: true }), then: number(before) }], early);
  const empty = compared(counted(counted(number(before), "-", seen), "-", earlyMonths), ">", number(0));
  const isNo = or(compared(no, ">", number(0)), empty, surely(not(sunk(holds))));
  const isDoubt = or(compared(doubt, ">", number(0)), compared(earlyMonths, ">", number(0)), isNull(holds));
  return firstOf(
    [
      { when: isNo, then: FALSE },
      { when: isDoubt, then: NULL },
    ],
    TRUE,
  );
}

/** The groups as far as the condition. */
interface Groups {
  /** The stage of their own that the months are read from. */
  readonly upTo: string;
  /** Their keys but the month, and the month. */
  readonly others: readonly string[];
  readonly own: Sql;
  readonly holds: Sql;
  readonly undecided: ReturnType<typeof perhapsUndecided>;
  /** How many months before a group's own are asked for. */
  readonly before: number;
}

interface Months {
  readonly stage: Stage;
  /** The month stands last. */
  readonly keys: readonly string[];
}

/** Each month of the groups with what the condition was: 4 no, 3 unknown, 2 yes, 1 where only undecided records are. */
function monthsStage(
  rule: Answer["judged"]["rule"],
  { upTo, others, own, holds, undecided }: Groups,
  emission: Place["emission"],
): Months {
  const { identifier } = emission.dialect;
  const groupKeys = [...others, own.text];
  const keys = groupKeys.map(() => emission.names.fresh("nyckel")).map((name) => identifier(name));
  const list = groupKeys.map((key, index) => `${key} AS ${keys[index] ?? ""}`).join(", ");
  const stage = newStage(
    emission.names.fresh(`${rule.name} månader`),
    () =>
      writtenBody(
        [
          `SELECT ${keys.join(", ")}, MAX(s) AS s`,
          `FROM (SELECT ${list}, CASE WHEN ${holds.text} THEN 2 WHEN NOT ${holds.text} THEN 4 ELSE 3 END AS s FROM ${identifier(upTo)} AS g`,
          `UNION ALL SELECT DISTINCT ${list}, 1 AS s FROM ${undecided.from} AS u) AS m`,
          `GROUP BY ${keys.join(", ")}`,
        ].join("\n"),
      ),
    `Months of ${rule.id}`,
    null,
  );
  return { stage, keys };
}

interface MonthsBefore {
  /** Months before the group's own of which there are records; of these those that are no, and those in doubt. */
  readonly seen: Sql;
  readonly no: Sql;
  readonly doubt: Sql;
  /** The first month of the data. */
  readonly first: Sql;
}

/** Looks the months before each group up, and counts them. */
function monthsBefore(
  { upTo, others, own, undecided, before }: Groups,
  perMonth: Months,
  { emission, stage }: Place,
): MonthsBefore {
  const { identifier } = emission.dialect;
  const groupKeys = [...others, own.text];
  const monthName = perMonth.keys[perMonth.keys.length - 1] ?? "";
  const alias = identifier(emission.names.fresh("före"));
  const on = [
    ...others.map((key, index) => `m.${perMonth.keys[index] ?? ""} = g.${key}`),
    `m.${monthName} >= g.${own.text} - ${before}`,
    `m.${monthName} < g.${own.text}`,
  ].join(" AND ");
  const keys = groupKeys.map((key, index) => ({ key, name: identifier(emission.names.fresh(`nyckel ${index}`)) }));
  const distinct = keys.map(({ key, name }) => `g.${key} AS ${name}`).join(", ");
  const counts = `COUNT(m.s) AS seen, COUNT(CASE WHEN m.s = 4 THEN 1 END) AS no, COUNT(CASE WHEN m.s IN (1, 3) THEN 1 END) AS doubt`;
  const table = `(SELECT ${distinct}, ${counts} FROM (SELECT DISTINCT ${groupKeys.join(", ")} FROM ${identifier(upTo)} AS q) AS g LEFT JOIN ${identifier(perMonth.stage.name)} AS m ON ${on} GROUP BY ${keys.map(({ key }) => `g.${key}`).join(", ")})`;
  const joined = keys.map(({ key, name }) => `t.${key} = ${alias}.${name}`).join(" AND ");
  const level = stage.levels[0] ?? { columns: [], lookups: [], joins: [] };
  if (stage.levels.length === 0) stage.levels.push(level);
  level.joins.push(
    `JOIN ${table} AS ${alias} ON ${joined}`,
    `CROSS JOIN (${undecided.firstMonth}) AS ${alias.replace(/(["`])$/, " månad$1")}`,
  );
  const taken = (text: string, wish: string): Sql => {
    const name = emission.names.fresh(wish);
    level.columns.push({ name, text });
    return columnNamed(name, 1, false, emission);
  };
  return {
    seen: taken(`${alias}.seen`, "månader seen"),
    no: taken(`${alias}.no`, "månader no"),
    doubt: taken(`${alias}.doubt`, "månader doubt"),
    first: taken("first_month", "första månad"),
  };
}

/** Takes what has been computed of the groups so far as a stage of its own, and lets the rest start from it. */
function splitOff(stage: Stage, stages: Stage[], emission: Place["emission"]): string {
  const name = emission.names.fresh(`${stage.name} del`);
  const { from } = stage;
  const until: Stage = { ...stage, name, levels: stage.levels.splice(0), from };
  stages.splice(stages.indexOf(stage), 0, until);
  stage.from = () => rowsOf(name, "t", "", emission);
  for (const [key, value] of stage.known) {
    stage.known.set(key, {
      ...value,
      value: sunk(value.value),
      unknown: sunk(value.unknown),
      under: sunk(value.under),
      name: value.name === null ? null : sunk(value.name),
    });
  }
  return name;
}
