// Streams the rows of a statement: while one chunk is taken, DuckDB makes the next.
// Rule: no chunk is being made when this ends, and those that were taken do not pile up.

import type { DuckDBConnection, DuckDBDataChunk } from "@duckdb/node-api";
import { lettingGo } from "./let-go.ts";

/** In the order of the rows, until `take` says no. A chunk may be looked at until `take` returns. */
export async function eachChunk(
  connection: DuckDBConnection,
  sql: string,
  take: (chunk: DuckDBDataChunk, rows: number) => boolean,
): Promise<void> {
  const result = await connection.stream(sql);
  const letGo = lettingGo();
  let coming = result.fetchChunk();
  for (let count = 1; ; count++) {
    const chunk = await coming;
    const rows = chunk?.rowCount ?? 0;
    if (chunk === null || rows === 0) return;
    coming = result.fetchChunk();
    let goesOn = false;
    try {
      goesOn = take(chunk, rows);
    } finally {
      if (!goesOn) await coming;
    }
    if (!goesOn) return;
    if (count % chunksAtOnce === 0) letGo();
  }
}

const chunksAtOnce = 8;
