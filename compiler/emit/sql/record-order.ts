// In which order records stand, wherever one of them is the first: by their numbers, or by their ids.
// Rule: ids stand by code point, whatever order of letters a database was set up with; they are compared where one is
// asked for, because putting all of them in order costs more than the rest.

import type { Emission } from "./emission.ts";
import { built, type Sql } from "./sql.ts";

/** How the texts of a result that say where a record stands are compared. */
export type RecordOrder = "numbers" | "ids";

export function recordOrder({ ordersById }: Emission): RecordOrder {
  return ordersById ? "ids" : "numbers";
}

/** Where a record stands. */
export function placeOfRecord({ dialect, ordersById }: Emission): Sql {
  const text = ordersById ? dialect.byCodePoint(dialect.identifier("id")) : dialect.identifier("record");
  return built(text, [], false);
}

/** Where a day of a record stands: after all days of the records before, and the record's own days before. */
export function placeOfDay(day: Sql, emission: Emission): Sql {
  const { dialect, ordersById } = emission;
  if (!ordersById) return built(`(${placeOfRecord(emission).text} * 4194304 + ${day.text})`, [day], false);
  // As many figures for every day, after a sign that stands before all that an id may hold.
  const parts = [dialect.identifier("id"), "chr(1)", `CAST(${day.text} + 10000000 AS TEXT)`];
  return built(dialect.byCodePoint(`CONCAT(${parts.join(", ")})`), [day], false);
}
