// What a rule was asked about, taken or not: the months of the data, and the months of what it could not decide.

import { Unsayable, type Emission } from "./emission.ts";
import { keysOf, UNDECIDED } from "./judged.ts";
import { ownDay, type Place } from "./place.ts";
import type { Answer } from "./queue.ts";
import { and, compared, isConstant, isPresent, not, number, surely, TRUE } from "./sql.ts";
import { column } from "./stage.ts";

export interface Offered {
  /** A table of the keys of what the rule is undecided about. */
  readonly from: string;
  /** A query of one row: `first_month` of everything that was offered; NULL where nothing was. */
  readonly firstMonth: string;
}

/** `keys` are names of columns of the judged rows, the month last. */
export function perhapsUndecided(answer: Answer, keys: readonly string[], emission: Emission): Offered {
  const { identifier } = emission.dialect;
  const rows = answer.judged;
  const { place } = rows;
  const isUndecided = compared(rows.standing, ">=", number(UNDECIDED));
  const keysThere = and(...rows.keys.map(({ value }) => isPresent(value.value)));
  const ofRows = `SELECT ${keys.join(", ")} FROM ${identifier(place.stage.name)} AS t WHERE ${and(isUndecided, keysThere).text}`;
  if (answer.unknownSpan !== null && !followsDays(answer))
    throw new Unsayable("months in a row of a day rule whose span may be unknown");
  return { from: `(${ofRows})`, firstMonth: firstMonth(answer, emission) };
}

/** In a rule that follows `dygnet`, a record whose days are unknown has no month. */
function followsDays({ judged: { place } }: Answer): boolean {
  return place.theDay !== null && place.own.day?.().text === place.theDay.text;
}

function firstMonth(answer: Answer, emission: Emission): string {
  const { base, recordPlace, firstDay, isOffered } = answer;
  const { rule } = answer.judged;
  const place: Place =
    firstDay === null
      ? recordPlace
      : {
          ...recordPlace,
          theDay: { ...firstDay, nullable: false },
          own: followsDays(answer) ? ownDay({ ...firstDay, nullable: false }) : recordPlace.own,
        };
  const month = keysOf(rule, place).find(({ key }) => key.role === "period" && key.kind.kind === "month");
  if (month === undefined) throw new Unsayable("months in a row without a month among the keys");
  const value = column(base, month.value.value, "månad", emission);
  const hasDays = firstDay === null ? TRUE : surely(compared(firstDay, "<=", answer.lastDay ?? firstDay));
  const known = answer.unknownSpan === null ? TRUE : not(answer.spanIsUnknown);
  const condition = and(column(base, isOffered, "erbjuden", emission), hasDays, known);
  const where = isConstant(condition, TRUE) ? "" : ` WHERE ${condition.text}`;
  return `SELECT MIN(${value.text}) AS first_month FROM ${emission.dialect.identifier(base.name)} AS t${where}`;
}
