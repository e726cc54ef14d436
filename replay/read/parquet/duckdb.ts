// DuckDB as its bindings give it: the layer of objects above them takes longer to load than a month's file to be read.
// Rule: nothing is fetched from anywhere, memory stays small, and what is asked here in rows comes back as texts.

import duckdb, { type Connection, type DataChunk } from "@duckdb/node-bindings";
import { textAt } from "./vectors.ts";

export type { Connection, DataChunk };

export interface OpenDuckDb {
  readonly connection: Connection;
  close(): void;
}

/** One thread decodes while ours takes what the one before gave; a second one would only hold more of the file. */
const settings = {
  threads: "1",
  memory_limit: "128MB",
  autoinstall_known_extensions: "false",
  autoload_known_extensions: "false",
} as const;

export async function openDuckDb(): Promise<OpenDuckDb> {
  const config = duckdb.create_config();
  for (const [name, value] of Object.entries(settings)) duckdb.set_config(config, name, value);
  const database = await duckdb.open(":memory:", config);
  const connection = await duckdb.connect(database);
  return {
    connection,
    close() {
      duckdb.disconnect_sync(connection);
      duckdb.close_sync(database);
    },
  };
}

export async function run(connection: Connection, sql: string): Promise<void> {
  await duckdb.query(connection, sql);
}

/** The rows of a statement that selects these expressions, each as text; null as an empty one. */
export async function textRows(
  connection: Connection,
  expressions: readonly string[],
  from: string,
): Promise<string[][]> {
  const selected = expressions.map((expression) => `cast(${expression} as varchar)`);
  const result = await duckdb.query(connection, `select ${selected.join(", ")} from ${from}`);
  const rows: string[][] = [];
  for (;;) {
    const chunk = await duckdb.fetch_chunk(result);
    const size = chunk === null ? 0 : duckdb.data_chunk_get_size(chunk);
    if (chunk === null || size === 0) return rows;
    for (let row = 0; row < size; row++) rows.push(selected.map((_, column) => textAt(chunk, column, row) ?? ""));
  }
}

/** Gives one chunk after another, with the number of its rows; 0 at the end. */
export async function stream(
  connection: Connection,
  sql: string,
): Promise<() => Promise<{ readonly chunk: DataChunk | null; readonly rows: number }>> {
  const prepared = await duckdb.prepare(connection, sql);
  try {
    const result = await duckdb.execute_prepared_streaming(prepared);
    return async () => {
      const chunk = await duckdb.fetch_chunk(result);
      return { chunk, rows: chunk === null ? 0 : duckdb.data_chunk_get_size(chunk) };
    };
  } finally {
    duckdb.destroy_prepare_sync(prepared);
  }
}
