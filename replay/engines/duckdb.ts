// Runs a statement in DuckDB, embedded: the default engine where the data are large.
// Rule: nothing is installed or fetched; a result leaves as texts, exactly as the statement wrote them.

import { DuckDBInstance } from "@duckdb/node-api";
import type { SqlRow } from "@avtal/compiler/emit/sql/decode";

export interface DuckDb {
  readonly query: (sql: string) => Promise<SqlRow[]>;
  readonly close: () => void;
}

/** `memory`: at most so much, `2GB`; larger intermediate results go to a temporary folder. */
export async function openDuckDb(memory: string): Promise<DuckDb> {
  const instance = await DuckDBInstance.create(":memory:", {
    memory_limit: memory,
    autoinstall_known_extensions: "false",
    autoload_known_extensions: "false",
  });
  const connection = await instance.connect();
  return {
    query: async (sql) => {
      const reader = await connection.runAndReadAll(sql);
      return reader.getRows().map((row) => {
        const [section, rule, ...cells] = row;
        const texts = cells.map((cell) => (cell === null ? null : String(cell)));
        return [String(section), Number(rule), ...texts] as const;
      });
    },
    close: () => {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
