// Streams the rows of a statement: while one chunk is taken, DuckDB makes the next.
// Rule: no chunk is being made when this ends, and those that were taken do not pile up.

import type { Connection, DataChunk } from "../../duckdb/open.ts";
import { stream } from "../../duckdb/stream.ts";
import { lettingGo } from "./let-go.ts";

/** In the order of the rows, until `take` says no. A chunk may be looked at until `take` returns. */
export async function eachChunk(
  connection: Connection,
  sql: string,
  take: (chunk: DataChunk, rows: number) => boolean,
): Promise<void> {
  const next = await stream(connection, sql);
  const letGo = lettingGo();
  let coming = next();
  for (let count = 1; ; count++) {
    const { chunk, rows } = await coming;
    if (chunk === null || rows === 0) return;
    coming = next();
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
