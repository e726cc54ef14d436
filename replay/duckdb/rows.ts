// The rows that a statement gives, each cell as text.

import duckdb, { type Connection, type DataChunk } from "@duckdb/node-bindings";
import { cellReaderOf } from "./cells.ts";

export async function rowsOf(connection: Connection, sql: string): Promise<(string | null)[][]> {
  const result = await duckdb.query(connection, sql);
  const cellReaders = Array.from({ length: duckdb.column_count(result) }, (_, column) =>
    cellReaderOf(duckdb.column_type(result, column)),
  );
  const rows: (string | null)[][] = [];
  for (;;) {
    const chunk: DataChunk | null = await duckdb.fetch_chunk(result);
    const count = chunk === null ? 0 : duckdb.data_chunk_get_size(chunk);
    if (chunk === null || count === 0) return rows;
    const columns = cellReaders.map((cells, column) => cells(chunk, column, count));
    for (let row = 0; row < count; row++) rows.push(columns.map((column) => column[row] ?? null));
  }
}

/** The rows of a statement that selects these expressions, each as text; null as an empty one. */
export async function textRows(
  connection: Connection,
  expressions: readonly string[],
  from: string,
): Promise<string[][]> {
  const selected = expressions.map((expression) => `cast(${expression} as varchar)`);
  const rows = await rowsOf(connection, `select ${selected.join(", ")} from ${from}`);
  return rows.map((row) => row.map((cell) => cell ?? ""));
}
