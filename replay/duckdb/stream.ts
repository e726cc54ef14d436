// The chunks of a statement's rows, while DuckDB still makes the later ones.

import duckdb, { type Connection, type DataChunk } from "@duckdb/node-bindings";

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
