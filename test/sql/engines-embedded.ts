// The databases that run in this process, each started by the test file that asks it and stopped with it.

import { afterAll, beforeAll } from "vitest";
import { inDuckDb } from "./in-duckdb.ts";
import { inPostgres } from "./in-postgres.ts";
import type { SqlEngine } from "./sql-engine.ts";

export const embedded = [
  { name: "DuckDB", start: inDuckDb },
  { name: "PostgreSQL", start: inPostgres },
] as const;

/** Started before the tests of the file or the `describe` that calls it; asked for by what comes back. */
export function started(start: () => Promise<SqlEngine>): () => SqlEngine {
  let engine: SqlEngine | undefined;
  beforeAll(async () => {
    engine = await start();
  });
  afterAll(() => engine?.close());
  return () => {
    if (engine === undefined) throw new Error("The engine is asked before it is started.");
    return engine;
  };
}
