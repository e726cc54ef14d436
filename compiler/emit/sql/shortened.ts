// Long pieces as columns of their own, so that what repeats a value does not repeat how it is worked out.

import type { Place } from "./place.ts";
import type { Sql } from "./sql.ts";
import { column, columns, isShort } from "./stage.ts";
import type { SqlValue } from "./value.ts";

const longerThan = 60;

export function shortValue(value: SqlValue, place: Place, wish: string): SqlValue {
  const isLong = [value.value, value.unknown, value.under].some(({ text }) => text.length > longerThan);
  return isLong ? columns(place.stage, value, wish, place.emission) : value;
}

export function shortSql(sql: Sql, place: Place, wish: string): Sql {
  return sql.text.length > longerThan && !isShort(sql) ? column(place.stage, sql, wish, place.emission) : sql;
}
