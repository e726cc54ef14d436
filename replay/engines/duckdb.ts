// Runs a statement in DuckDB, embedded: a second opinion on what has been read, and the engine of `--engine duckdb`.

import type { SqlRow } from "@avtal/compiler/emit/sql/decode";
import type { EpisodeTable } from "@avtal/compiler/emit/sql/records";
import type { Field } from "@avtal/compiler/ir/ir";
import type { Columns } from "@avtal/runtime/columns";
import { openDatabase, run } from "../duckdb/open.ts";
import { rowsOf } from "../duckdb/rows.ts";
import { tableOfColumns } from "../duckdb/table-of-columns.ts";

export interface DuckDb {
  readonly query: (sql: string) => Promise<SqlRow[]>;
  /** Makes a table of columns that have been read; its name and columns are what a statement reads. */
  readonly load: (columns: Columns, fields: readonly Field[]) => Promise<EpisodeTable>;
  readonly close: () => void;
}

/** `memory`: at most so much, `2GB`. */
export async function openDuckDb(memory: string): Promise<DuckDb> {
  const { connection, close } = await openDatabase({ memory_limit: memory });
  // It would ask of every record, once more, which of all the rules takes it.
  await run(connection, "SET disabled_optimizers = 'cte_filter_pusher'");
  return {
    query: async (sql) => (await rowsOf(connection, sql)).map(sqlRow),
    load: (columns, fields) => tableOfColumns(connection, columns, fields),
    close,
  };
}

/** The first cell of a row names its section, the second the rule. */
function sqlRow([section, rule, ...cells]: readonly (string | null)[]): SqlRow {
  return [String(section), Number(rule), ...cells];
}
