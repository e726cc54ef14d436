// Which days of a day rule are left for it: those that no earlier rule sees, of records that no earlier rule keeps.

import type { AskedDays } from "./asked.ts";
import type { Emission } from "./emission.ts";
import { compared, isConstant, number, or, perhaps, FALSE, type Sql } from "./sql.ts";
import type { Stage } from "./stage.ts";

/** Days that an earlier rule sees are gone. */
export function daysGone(others: readonly AskedDays[], days: AskedDays, emission: Emission): string {
  const { identifier } = emission.dialect;
  const [record, day] = [identifier(emission.identity), days.place.theDay?.text ?? ""];
  return others
    .filter(({ about }) => !isConstant(about.about, FALSE))
    .map(({ stage, about, place }) => {
      const same = `g.${record} = d.${record} AND g.${place.theDay?.text ?? ""} = d.${day}`;
      return ` AND NOT EXISTS (SELECT 1 FROM ${identifier(stage.name)} AS g WHERE ${same} AND ${perhaps(prefixed(about.about, "g")).text})`;
    })
    .join("");
}

/** Days of records that no rule before keeps: where a record stops is a column of its days, or is looked up. */
export function reachedDays(
  where: string,
  position: number,
  { taking, stop, days }: { readonly taking: Stage; readonly stop: Sql; readonly days: AskedDays },
  emission: Emission,
): { readonly join: string; readonly where: string } {
  const { identifier } = emission.dialect;
  if (taking === days.stage.parent) {
    const reached = or(compared(stop, "=", number(0)), compared(stop, ">", number(position)));
    return { join: "", where: `${reached.text} AND ${where}` };
  }
  const [record, own] = [identifier(emission.identity), identifier("r")];
  const stopped = identifier(emission.names.fresh("stannar vid"));
  const found = `SELECT ${record} AS ${own}, ${stop.text} AS ${stopped} FROM ${identifier(taking.name)}`;
  const join = `\nJOIN (${found}) AS s ON s.${own} = d.${record} AND (${stopped} = 0 OR ${stopped} > ${position})`;
  return { join, where };
}

function prefixed(condition: Sql, alias: string): Sql {
  return { ...condition, text: /^["`]/.test(condition.text) ? `${alias}.${condition.text}` : condition.text };
}
