// Which text columns of a Parquet file hold few different texts: these come back as places in a list.
// Rule: the list is of the file itself, so that nothing is known before it is met there.

import type { DuckDBConnection } from "@duckdb/node-api";
import type { Dictionary } from "./quick-form.ts";

/** More different texts than this are read as texts. */
const greatestSize = 4_000;

/** Per column of `columns`, quoted names, its dictionary; undefined for one with too many texts, or none. */
export async function dictionariesOf(
  connection: DuckDBConnection,
  source: string,
  columns: readonly string[],
): Promise<readonly (Dictionary | undefined)[]> {
  if (columns.length === 0) return [];
  const sizes = columns.map((column) => `cast(approx_count_distinct(${column}) as integer)`);
  const [row = []] = (await connection.runAndReadAll(`select ${sizes.join(", ")} from ${source}`)).getRows();
  const dictionaries: (Dictionary | undefined)[] = [];
  for (const [index, column] of columns.entries()) {
    const size = row[index];
    const isSmall = typeof size === "number" && size > 0 && size <= greatestSize;
    dictionaries.push(isSmall ? await dictionaryOf(connection, source, column, `texts_${index}`) : undefined);
  }
  return dictionaries;
}

async function dictionaryOf(
  connection: DuckDBConnection,
  source: string,
  column: string,
  type: string,
): Promise<Dictionary> {
  await connection.run(
    `create type ${type} as enum (select distinct ${column} from ${source} where ${column} is not null order by all)`,
  );
  const rows = (await connection.runAndReadAll(`select cast(unnest(enum_range(null::${type})) as varchar)`)).getRows();
  return { type, texts: rows.map(([text]) => (typeof text === "string" ? text : "")) };
}
