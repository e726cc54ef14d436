// DuckDB as its bindings give it: the layer of objects above them takes longer to load than a month's file to be read.
// Rule: a database in memory alone, and nothing is installed or fetched.

import duckdb, { type Connection, type DataChunk } from "@duckdb/node-bindings";

export type { Connection, DataChunk };

export interface OpenDatabase {
  readonly connection: Connection;
  readonly close: () => void;
}

export interface Settings {
  /** As many as the machine has, where this is not said. */
  readonly threads?: string;
  /** `128MB`; larger intermediate results go to a temporary folder. */
  readonly memory_limit?: string;
}

const nothingFetched = { autoinstall_known_extensions: "false", autoload_known_extensions: "false" } as const;

export async function openDatabase(settings: Settings): Promise<OpenDatabase> {
  const config = duckdb.create_config();
  for (const [name, value] of Object.entries({ ...nothingFetched, ...settings })) {
    duckdb.set_config(config, name, String(value));
  }
  const database = await duckdb.open(":memory:", config);
  const connection = await duckdb.connect(database);
  return {
    connection,
    close: () => {
      duckdb.disconnect_sync(connection);
      duckdb.close_sync(database);
    },
  };
}

export async function run(connection: Connection, sql: string): Promise<void> {
  await duckdb.query(connection, sql);
}
