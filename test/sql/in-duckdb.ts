// Statements in DuckDB, embedded.

import { openDuckDb } from "@avtal/replay/engines/duckdb";
import type { SqlEngine } from "./sql-engine.ts";

export async function inDuckDb(): Promise<SqlEngine> {
  const { query, close } = await openDuckDb("1GB");
  return {
    name: "DuckDB",
    dialect: "duckdb",
    query,
    // The first two cells of its rows are a section and the number of a rule.
    texts: async (sql) => (await query(`SELECT '' AS section, 0 AS rule, q.* FROM (${sql}) AS q`)).map(withoutHead),
    close: () => {
      close();
      return Promise.resolve();
    },
  };
}

function withoutHead([, , ...cells]: readonly (string | number | null)[]): readonly (string | null)[] {
  return cells.map((cell) => (cell === null ? null : String(cell)));
}
